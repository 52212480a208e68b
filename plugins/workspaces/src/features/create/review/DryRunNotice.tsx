import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import { RefusedLines, RequestId } from '../../../components';
import type { ButlerError } from '../../../api';
import { useErrorText, useTranslation } from '../../../hooks';
import type { DryRun } from './useDryRun';

// No answer, a session that has ended, too many requests or a server that fails say nothing of what
// was asked.
function isAnswer({ status }: ButlerError): boolean {
  return status >= 400 && status < 500 && ![401, 408, 429].includes(status);
}

/** What the server-side dry run says. */
export function DryRunNotice({ dryRun }: { dryRun: DryRun }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  switch (dryRun.state) {
    case 'asking':
      return (
        <Alert
          severity="info"
          role="status"
          icon={<CircularProgress size={20} aria-hidden />}
        >
          {t('create.review.asking')}
        </Alert>
      );
    case 'fine':
      return (
        <Alert severity="success" role="status">
          {t('create.review.fine')}
        </Alert>
      );
    case 'refused':
      return (
        <Alert
          severity={isAnswer(dryRun.error) ? 'error' : 'warning'}
          action={
            dryRun.askAgain && (
              <Button color="inherit" size="small" onClick={dryRun.askAgain}>
                {t('create.review.checkAgain')}
              </Button>
            )
          }
        >
          <AlertTitle>
            {t(
              isAnswer(dryRun.error)
                ? 'create.review.refused'
                : 'create.review.unchecked',
            )}
          </AlertTitle>
          {errorText(dryRun.error)}
          <RefusedLines lines={dryRun.others} />
          <RequestId id={dryRun.error.requestId} />
        </Alert>
      );
    default:
      return null;
  }
}
