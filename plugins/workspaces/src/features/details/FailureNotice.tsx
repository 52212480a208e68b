import type { ReactNode } from 'react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { failureOf } from '../../components';
import { useTranslation } from '../../hooks';

/** For a failed workspace: what happened, what to do, who can help. */
export function FailureNotice({
  workspace,
  action,
}: {
  workspace: Workspace;
  /** What leads on. */
  action: ReactNode;
}) {
  const { t } = useTranslation();
  const failure = failureOf(workspace);
  if (!failure) return null;
  const { reason = 'unknown', message } = failure;
  return (
    <Alert severity="error">
      <AlertTitle>{t('details.failure.title')}</AlertTitle>
      {t(`details.failure.reasons.${reason}`)} {t('details.failure.again')}
      {message && (
        <Typography
          variant="caption"
          component="p"
          sx={{ mt: 1, mb: 0, overflowWrap: 'anywhere' }}
        >
          {t('details.failure.reported', { message })}
        </Typography>
      )}
      {/* Below the text: beside it there is no room on a phone. */}
      <Box sx={{ mt: 1 }}>{action}</Box>
    </Alert>
  );
}
