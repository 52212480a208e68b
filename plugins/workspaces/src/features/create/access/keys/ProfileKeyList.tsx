import { useEffect, useRef, useState } from 'react';
import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { SshKey } from '@butler-portal/plugin-butler-common';
import { ErrorPanel, Loading, visuallyHidden } from '../../../../components';
import { useTranslation } from '../../../../hooks';
import { AddKey } from './AddKey';
import { KeyRow, KeyRows } from './KeyRows';
import { SshKeyWarning } from './SshKeyWarning';
import { isStarted, useNewKey } from './useNewKey';
import type { ProfileKeys } from './useProfileKeys';

function Keys({ keys }: { keys: readonly SshKey[] }) {
  const { t } = useTranslation();
  return (
    <KeyRows label={t('create.access.keys.list')}>
      {keys.map(({ name, publicKey, fingerprint }) => (
        <KeyRow key={publicKey} name={name}>
          {fingerprint ?? t('create.access.keys.noFingerprint')}
        </KeyRow>
      ))}
    </KeyRows>
  );
}

interface ProfileKeyListProps {
  profile: ProfileKeys;
  /** What is known before the keys are. */
  sshKeyCount: number;
}

/** The keys of the profile, and adding one; without any, what would happen. */
export function ProfileKeyList({ profile, sshKeyCount }: ProfileKeyListProps) {
  const { t } = useTranslation();
  const { keys, add } = profile;
  const newKey = useNewKey();
  const [adding, setAdding] = useState(() => isStarted(newKey.read()));
  const [news, setNews] = useState('');
  const addButton = useRef<HTMLButtonElement>(null);
  const close = () => {
    newKey.forget();
    setAdding(false);
  };
  const count = keys.state === 'ready' ? keys.value.length : sshKeyCount;
  const open = adding || (keys.state === 'ready' && count === 0);
  const wasOpen = useRef(open);
  useEffect(() => {
    // What had the focus is gone with the form.
    if (wasOpen.current && !open) addButton.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return (
    <Stack spacing={2}>
      {keys.state === 'loading' && (
        <Loading label={t('create.access.keys.loading')} heights={[56]} />
      )}
      {keys.state === 'failed' && (
        <ErrorPanel
          title={t('create.access.keys.failed')}
          error={keys.error}
          onRetry={keys.retry}
        />
      )}
      {keys.state !== 'loading' && count === 0 && <SshKeyWarning />}
      {keys.state === 'ready' && count > 0 && <Keys keys={keys.value} />}
      {open && (
        <AddKey
          add={add}
          onAdded={({ name }) => {
            setNews(t('create.access.keys.add.added', { name }));
            close();
          }}
          onCancel={count > 0 ? close : undefined}
        />
      )}
      {!open && keys.state !== 'loading' && (
        <Button
          ref={addButton}
          startIcon={<AddIcon />}
          onClick={() => setAdding(true)}
          sx={{ alignSelf: 'flex-start' }}
        >
          {t('create.access.keys.add.open')}
        </Button>
      )}
      <Box role="status" sx={visuallyHidden}>
        {news}
      </Box>
    </Stack>
  );
}
