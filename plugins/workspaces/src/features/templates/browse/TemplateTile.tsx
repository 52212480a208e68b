import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useRouteRef } from '@backstage/core-plugin-api';
import { categoryOf } from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { Link as RouterLink } from 'react-router-dom';
import { PageLink } from '../../../components';
import {
  TemplateFacts,
  TemplateIcon,
  templateId,
} from '../../../components/templates';
import { useTranslation } from '../../../hooks';
import { createWorkspaceRouteRef, templateRouteRef } from '../../../routes';

/** A template with the way to its page and to a workspace from it. */
export function TemplateTile({
  template,
  usable,
}: {
  template: WorkspaceTemplate;
  /** Whether the person may create a workspace from it. */
  usable: boolean;
}) {
  const { t } = useTranslation();
  const page = useRouteRef(templateRouteRef);
  const create = useRouteRef(createWorkspaceRouteRef)();
  const { namespace = '', name } = template.metadata;
  const { displayName } = template.spec;
  const search = new URLSearchParams({ template: templateId(template) });
  return (
    <Paper
      component="li"
      variant="outlined"
      sx={{ display: 'flex', gap: 2, p: 2, minWidth: 0 }}
    >
      <TemplateIcon icon={template.spec.icon} category={categoryOf(template)} />
      <Box
        sx={{
          minWidth: 0,
          flex: 1,
          display: 'flex',
          flexDirection: 'column',
        }}
      >
        <Box sx={{ flex: 1 }}>
          <Typography
            variant="subtitle2"
            component="h3"
            sx={{ overflowWrap: 'anywhere' }}
          >
            <PageLink to={page({ namespace, name })}>{displayName}</PageLink>
          </Typography>
          <TemplateFacts template={template} />
        </Box>
        {usable && (
          <Box sx={{ mt: 1 }}>
            <Button
              component={RouterLink}
              to={`${create}?${search}`}
              size="small"
              // A text button's own padding; its text is in line with the rest of the card.
              sx={{ ml: '-5px' }}
              aria-label={t('templates.useOf', { template: displayName })}
            >
              {t('templates.use')}
            </Button>
          </Box>
        )}
      </Box>
    </Paper>
  );
}
