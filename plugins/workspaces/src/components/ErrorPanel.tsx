import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ButlerError } from '../api';
import { useTranslation } from '../hooks';

/** What {@link ErrorPanel} takes. */
export interface ErrorPanelProps {
  /** What happened. */
  title: string;
  error: ButlerError;
  /** Offers to try again. */
  onRetry?: () => void;
}

/** In the place of what could not be shown: what happened, what to do, what to quote. */
export function ErrorPanel({ title, error, onRetry }: ErrorPanelProps) {
  const { t } = useTranslation();
  return (
    <Alert
      severity="error"
      action={
        onRetry && (
          <Button color="inherit" size="small" onClick={onRetry}>
            {t('components.action.retry')}
          </Button>
        )
      }
    >
      <AlertTitle>{title}</AlertTitle>
      {error.message}
      <RequestId id={error.requestId} />
    </Alert>
  );
}

/** What to quote when asking for help, where the backend has given it. */
export function RequestId({ id }: { id: string | undefined }) {
  const { t } = useTranslation();
  if (!id) return null;
  return (
    <Typography variant="caption" component="p" sx={{ mt: 0.5 }}>
      {t('components.error.requestId', { id })}
    </Typography>
  );
}
