import Alert from '@mui/material/Alert';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../../hooks';
import { templateId } from '../../../components/templates';
import type { Loaded } from '../../../hooks/useLoaded';

/** Says that the chosen template is not there: after a link or a draft, or since another team was chosen. */
export function MissingTemplate({
  templates,
  chosen,
}: {
  templates: Loaded<readonly WorkspaceTemplate[]>;
  chosen: string;
}) {
  const { t } = useTranslation();
  if (!chosen || templates.state !== 'ready') return null;
  if (templates.value.some(item => templateId(item) === chosen)) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {t('create.template.missing', { template: chosen })}
    </Alert>
  );
}
