import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { useTranslation } from '../../../hooks';

/** For a person whose profile has no SSH key: what would happen, and what to do first. */
export function SshKeyWarning() {
  const { t } = useTranslation();
  return (
    <Alert severity="warning">
      <AlertTitle>{t('create.sshKeys.title')}</AlertTitle>
      {t('create.sshKeys.body')}
    </Alert>
  );
}
