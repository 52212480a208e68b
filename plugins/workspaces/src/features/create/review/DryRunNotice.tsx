import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import { RequestId } from '../../../components';
import { useTranslation } from '../../../hooks';
import type { DryRun } from './useDryRun';

/** What the server-side dry run says. */
export function DryRunNotice({ dryRun }: { dryRun: DryRun }) {
  const { t } = useTranslation();
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
        <Alert severity="error">
          <AlertTitle>{t('create.review.refused')}</AlertTitle>
          {dryRun.error.message}
          <Box component="ul" sx={{ m: 0, pl: 3 }}>
            {dryRun.others.map(text => (
              <li key={text}>{text}</li>
            ))}
          </Box>
          <RequestId id={dryRun.error.requestId} />
        </Alert>
      );
    default:
      return null;
  }
}
