import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { RequestId } from '../../components';
import { useErrorText, useTranslation } from '../../hooks';
import type { ConnectionOutcome, OpenAndCopy } from './useOpenAndCopy';

/** Says whether the SSH command was copied, or why a workspace could not be opened; for each workspace. */
export function ConnectionNotice({
  outcomes,
  dismiss,
}: Pick<OpenAndCopy, 'outcomes' | 'dismiss'>) {
  return (
    <Box role="status">
      {outcomes.map(outcome => (
        <Notice
          key={outcome.uid}
          outcome={outcome}
          onDismiss={() => dismiss(outcome.uid)}
        />
      ))}
    </Box>
  );
}

function Notice({
  outcome,
  onDismiss,
}: {
  outcome: ConnectionOutcome;
  onDismiss: () => void;
}) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const closing = {
    onClose: onDismiss,
    closeText: t('components.action.dismiss'),
    sx: { mb: 2, overflowWrap: 'anywhere' },
  };
  if (outcome.kind === 'said') {
    return (
      <Alert {...closing} severity={outcome.severity} role={undefined}>
        {outcome.text}
      </Alert>
    );
  }
  return (
    <Alert {...closing} severity="error">
      <AlertTitle>
        {t('list.connectionFailed', { name: outcome.name })}
      </AlertTitle>
      {errorText(outcome.error)}
      <RequestId id={outcome.error.requestId} />
    </Alert>
  );
}
