import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import type { FailedAction } from '../hooks';
import { useErrorText, useTranslation } from '../hooks';
import { RequestId } from './ErrorPanel';

/** Says which action on which workspace has failed, until it is dismissed. */
export function ActionError({
  failed,
  onDismiss,
}: {
  failed: FailedAction | undefined;
  onDismiss: () => void;
}) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  if (!failed) return null;
  const { action, name, error } = failed;
  const outcome = error.leavesOpen ? 'unknown' : 'failed';
  return (
    <Alert
      severity="error"
      onClose={onDismiss}
      closeText={t('components.action.dismiss')}
      sx={{ mb: 2 }}
    >
      <AlertTitle>{t(`components.${outcome}.${action}`, { name })}</AlertTitle>
      {errorText(error)}
      <RequestId id={error.requestId} />
    </Alert>
  );
}
