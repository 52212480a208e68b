import Alert from '@mui/material/Alert';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../../hooks';
import { templateId } from '../../../components/templates';

/** Says that the template of a link or a draft is not there. */
export function MissingTemplate({
  templates,
  chosen,
}: {
  templates: readonly WorkspaceTemplate[];
  chosen: string;
}) {
  const { t } = useTranslation();
  const known = templates.some(item => templateId(item) === chosen);
  if (!chosen || known) return null;
  return (
    <Alert severity="warning">
      {t('create.template.missing', { template: chosen })}
    </Alert>
  );
}
