import { useCallback, useMemo, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  AddSshKeyRequest,
  SshKey,
} from '@butler-portal/plugin-butler-common';
import { butlerApiRef } from '../../../../api';
import { useMe } from '../../../../hooks';
import { useLoaded } from '../../../../hooks/useLoaded';
import type { Loaded } from '../../../../hooks/useLoaded';

/** The SSH keys of the person's profile, and a way to add one. */
export interface ProfileKeys {
  keys: Loaded<readonly SshKey[]> & { retry(): void };
  /** Throws what the backend says. */
  add(request: AddSshKeyRequest): Promise<SshKey>;
}

function withAdded(
  read: readonly SshKey[],
  added: readonly SshKey[],
): readonly SshKey[] {
  const known = new Set(read.map(({ publicKey }) => publicKey));
  return [...read, ...added.filter(({ publicKey }) => !known.has(publicKey))];
}

/** Reads the profile's keys; those that are added stand there at once. */
export function useProfileKeys(): ProfileKeys {
  const api = useApi(butlerApiRef);
  const { retry: readMeAgain } = useMe();
  const [added, setAdded] = useState<readonly SshKey[]>([]);
  const loaded = useLoaded(
    useCallback(() => api.getSshKeys().then(({ items }) => items), [api]),
  );
  const keys = useMemo(
    () =>
      loaded.state === 'ready'
        ? { ...loaded, value: withAdded(loaded.value, added) }
        : loaded,
    [loaded, added],
  );
  const { refresh } = loaded;
  const add = useCallback(
    async (request: AddSshKeyRequest) => {
      const key = await api.addSshKey(request);
      // It stands there until the profile has been read again.
      setAdded(before => [...before, key]);
      refresh();
      // It says how many keys there are, to the other steps and screens.
      readMeAgain();
      return key;
    },
    [api, readMeAgain, refresh],
  );
  return { keys, add };
}
