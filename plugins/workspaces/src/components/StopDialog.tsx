import { useTranslation } from '../hooks';
import { ConfirmDialog } from './ConfirmDialog';
import type { ConfirmProps } from './DeleteDialog';

/** Names what a stop ends, for a workspace that somebody is connected to. */
export function StopDialog({ name, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      title={t('components.stop.title', { name })}
      body={t('components.stop.body', { name })}
      action={t('components.action.stop')}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
