import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { RequestId } from '../../components';
import { useTranslation } from '../../hooks';
import type { ConnectionOutcome } from './useConnection';

/** Says whether the SSH command was copied, or why a workspace could not be opened. */
export function ConnectionNotice({
  outcome,
  onDismiss,
}: {
  outcome: ConnectionOutcome | undefined;
  onDismiss: () => void;
}) {
  const { t } = useTranslation();
  const closing = {
    onClose: onDismiss,
    closeText: t('components.action.dismiss'),
    sx: { mb: 2, overflowWrap: 'anywhere' },
  };
  return (
    <>
      <Box role="status">
        {outcome?.kind === 'said' && (
          <Alert {...closing} severity={outcome.severity} role={undefined}>
            {outcome.text}
          </Alert>
        )}
      </Box>
      {outcome?.kind === 'failed' && (
        <Alert {...closing} severity="error">
          <AlertTitle>
            {t('list.connectionFailed', { name: outcome.name })}
          </AlertTitle>
          {outcome.error.message}
          <RequestId id={outcome.error.requestId} />
        </Alert>
      )}
    </>
  );
}
