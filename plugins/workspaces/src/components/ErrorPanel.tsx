import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ButlerError } from '../api';
import { useErrorText, useTranslation } from '../hooks';

/** What {@link ErrorPanel} takes. */
export interface ErrorPanelProps {
  /** What happened. */
  title: string;
  error: ButlerError;
  /** What else was refused, a line each. */
  others?: readonly string[];
  /** Offers to try again. */
  onRetry?: () => void;
}

/** In the place of what could not be shown: what happened, what to do, what to quote. */
export function ErrorPanel(props: ErrorPanelProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { title, error, others = [], onRetry } = props;
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
      {errorText(error)}
      <RefusedLines lines={others} />
      <RequestId id={error.requestId} />
    </Alert>
  );
}

/** What was refused beside what stands at fields. */
export function RefusedLines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, pl: 3 }}>
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </Box>
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
