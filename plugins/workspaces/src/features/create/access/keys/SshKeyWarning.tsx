import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { useTranslation } from '../../../../hooks';

/** For a person whose profile has no SSH key: what would happen, and what to do first. */
export function SshKeyWarning() {
  const { t } = useTranslation();
  return (
    <Alert severity="warning">
      <AlertTitle>{t('create.access.keys.missing.title')}</AlertTitle>
      {t('create.access.keys.missing.body')}
    </Alert>
  );
}
