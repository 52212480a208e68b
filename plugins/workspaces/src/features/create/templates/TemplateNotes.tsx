import Alert from '@mui/material/Alert';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../../hooks';
import { templateId } from './templateKey';

/** What the person should know about the chosen template. */
export function TemplateNotes({
  templates,
  chosen,
}: {
  templates: readonly WorkspaceTemplate[];
  chosen: string;
}) {
  const { t } = useTranslation();
  if (!chosen) return null;
  const template = templates.find(item => templateId(item) === chosen);
  if (!template) {
    return (
      <Alert severity="warning">
        {t('create.template.missing', { template: chosen })}
      </Alert>
    );
  }
  const { dotfiles, envFrom } = template.spec.template;
  if (!dotfiles && !envFrom) return null;
  const part = dotfiles ? 'partDotfiles' : 'partEnvFrom';
  return (
    <Alert severity="info">
      {t('create.template.notCopied', {
        parts: t(`create.template.${dotfiles && envFrom ? 'partBoth' : part}`),
      })}
    </Alert>
  );
}
