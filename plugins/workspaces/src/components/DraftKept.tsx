import Typography from '@mui/material/Typography';
import { useTranslation } from '../hooks';

/** Where a form stood that the person may not fill in now: what they have typed is not lost. */
export function DraftKept() {
  const { t } = useTranslation();
  return (
    <Typography color="text.secondary" textAlign="center" maxWidth={560}>
      {t('components.form.kept')}
    </Typography>
  );
}
