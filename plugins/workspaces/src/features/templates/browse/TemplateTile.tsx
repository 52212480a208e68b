import { memo } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { categoryOf } from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { Link as RouterLink } from 'react-router-dom';
import { PageLink } from '../../../components';
import { TemplateFacts, TemplateIcon } from '../../../components/templates';
import { useTranslation } from '../../../hooks';

/**
 * A template with the way to its page and to a workspace from it. Drawn again only for props of its own:
 * there may be hundreds.
 */
export const TemplateTile = memo(function Tile({
  template,
  page,
  create,
}: {
  template: WorkspaceTemplate;
  /** Path of its page. */
  page: string;
  /** Path to a workspace from it; undefined where the person may create none. */
  create: string | undefined;
}) {
  const { t } = useTranslation();
  const { displayName } = template.spec;
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
            <PageLink to={page}>{displayName}</PageLink>
          </Typography>
          <TemplateFacts template={template} />
        </Box>
        {create && (
          <Box sx={{ mt: 1 }}>
            <Button
              component={RouterLink}
              to={create}
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
});
