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
        ? { ...loaded, value: [...loaded.value, ...added] }
        : loaded,
    [loaded, added],
  );
  const add = useCallback(
    async (request: AddSshKeyRequest) => {
      const key = await api.addSshKey(request);
      setAdded(before => [...before, key]);
      // It says how many keys there are, to the other steps and screens.
      readMeAgain();
      return key;
    },
    [api, readMeAgain],
  );
  return { keys, add };
}
