import Stack from '@mui/material/Stack';
import { EnvFields } from '../../../components/specForm';
import { Panel } from '../../../components/Panel';
import { useTranslation } from '../../../hooks';
import { SshKeyWarning } from './SshKeyWarning';

/** Which environment the workspace copies, and who can open it. */
export function AccessStep({ sshKeyCount }: { sshKeyCount: number }) {
  const { t } = useTranslation();
  return (
    <Stack spacing={3}>
      <Panel
        title={t('create.access.envHeading')}
        hint={t('create.access.envHint')}
      >
        <EnvFields />
      </Panel>
      {sshKeyCount === 0 && <SshKeyWarning />}
    </Stack>
  );
}
