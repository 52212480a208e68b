import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type {
  Me,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EmptyState } from '../../../components';
import {
  categoriesOf,
  filterTemplates,
  SEARCH_FROM,
  TemplateFilterBar,
  templateId,
  useTemplateFilter,
} from '../../../components/templates';
import { useTranslation } from '../../../hooks';
import { createWorkspaceRouteRef, templateRouteRef } from '../../../routes';
import { mayCreateFrom } from './mayCreateFrom';
import { TemplateTile } from './TemplateTile';

const GRID = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
  listStyle: 'none',
  p: 0,
  my: 2,
} as const;

/** The templates as cards. */
export function TemplateGrid({
  me,
  templates,
}: {
  me: Me;
  templates: readonly WorkspaceTemplate[];
}) {
  const { t } = useTranslation();
  const [filter, setFilter] = useTemplateFilter();
  const page = useRouteRef(templateRouteRef);
  const create = useRouteRef(createWorkspaceRouteRef)();
  if (templates.length === 0) return <EmptyState text={t('templates.none')} />;
  const shown = filterTemplates(templates, filter, '');
  return (
    <>
      <TemplateFilterBar
        categories={categoriesOf(templates)}
        filter={filter}
        withSearch={templates.length >= SEARCH_FROM}
        onChange={setFilter}
      />
      <Box component="ul" sx={GRID} aria-label={t('templates.title')}>
        {shown.map(template => (
          <TemplateTile
            key={templateId(template)}
            template={template}
            page={page({
              namespace: template.metadata.namespace ?? '',
              name: template.metadata.name,
            })}
            create={
              mayCreateFrom(me, template)
                ? `${create}?${new URLSearchParams({
                    template: templateId(template),
                  })}`
                : undefined
            }
          />
        ))}
      </Box>
      {shown.length === 0 && (
        <Typography variant="body2" role="status">
          {t('templates.noMatch')}{' '}
          <Button size="small" onClick={() => setFilter({ search: '' })}>
            {t('templates.clearFilter')}
          </Button>
        </Typography>
      )}
    </>
  );
}
