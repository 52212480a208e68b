import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { WorkspacesState } from '../api';
import { useLanguage, useTranslation } from '../hooks';
import { timeOfDay } from './times';

/** Says since when the screen is not live. Always rendered, so that screen readers hear it appear. */
export function StaleNotice({
  stale,
  onRetry,
}: {
  stale: WorkspacesState['stale'];
  onRetry: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Box role="status" aria-live="polite">
      {stale && (
        <Alert
          severity="warning"
          role={undefined}
          sx={{ mb: 2 }}
          action={
            stale.lost === 'portal' && (
              <Button color="inherit" size="small" onClick={onRetry}>
                {t('components.action.retry')}
              </Button>
            )
          }
        >
          {t(`components.stale.${stale.lost}`, {
            since: timeOfDay(Date.parse(stale.since), language),
          })}
        </Alert>
      )}
    </Box>
  );
}
