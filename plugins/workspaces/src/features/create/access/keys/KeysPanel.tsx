import { useWatch } from 'react-hook-form';
import { Panel } from '../../../../components/Panel';
import { useTranslation } from '../../../../hooks';
import type { CreateValues } from '../../form/values';
import { SourceRadios } from '../SourceRadios';
import { OwnKeys } from './OwnKeys';
import { ProfileKeyList } from './ProfileKeyList';
import { useProfileKeys } from './useProfileKeys';

/** Whose keys open the workspace. */
export function KeysPanel({ sshKeyCount }: { sshKeyCount: number }) {
  const { t } = useTranslation();
  const profile = useProfileKeys();
  const source = useWatch<CreateValues, 'keys.source'>({ name: 'keys.source' });
  return (
    <Panel
      title={t('create.access.keys.heading')}
      hint={t('create.access.keys.hint')}
    >
      <SourceRadios
        of="keys"
        label={t('create.access.keys.label')}
        choices={[
          {
            value: 'profile',
            label: t('create.access.keys.profile'),
            hint: t('create.access.keys.profileHint'),
          },
          {
            value: 'own',
            label: t('create.access.keys.own'),
            hint: t('create.access.keys.ownHint'),
          },
        ]}
      />
      {source === 'own' ? (
        <OwnKeys />
      ) : (
        <ProfileKeyList profile={profile} sshKeyCount={sshKeyCount} />
      )}
    </Panel>
  );
}
