import { setTimeout as sleep } from 'node:timers/promises';
import { ConflictError } from '@backstage/errors';
import { sameEmail } from '@butler-portal/plugin-butler-common';
import type {
  AddSshKeyRequest,
  SshKey,
  User,
} from '@butler-portal/plugin-butler-common';
import type { Caller } from '../access/Caller';
import type { ButlerCache } from '../cache/ButlerCache';
import { KubernetesApiError } from '../kubernetes/errors';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import { MERGE_PATCH } from '../kubernetes/mediaTypes';
import { objectPath } from '../kubernetes/paths';
import { USERS } from '../kubernetes/resourceTypes';
import { describeKey, newKey, withoutKey } from './profileKeys';

const ATTEMPTS = 8;
const MAX_WAIT_MS = 50;

/**
 * The SSH keys of people's profiles, in Butler's User objects. People have no rights on these, so
 * the Portal's own account works on the caller's own User and on no other.
 */
export class KeyStore {
  constructor(
    private readonly client: KubernetesClient,
    private readonly cache: ButlerCache,
  ) {}

  list({ userName }: Caller): SshKey[] {
    const user = this.cache.users.store.get(userName);
    return (user?.spec.sshKeys ?? []).map(describeKey);
  }

  async add(caller: Caller, request: AddSshKeyRequest): Promise<SshKey> {
    const now = `${new Date().toISOString().slice(0, -5)}Z`;
    const keys = await this.#change(caller, known => [
      ...known,
      newKey(known, request, now),
    ]);
    return describeKey(keys[keys.length - 1]);
  }

  async remove(caller: Caller, fingerprint: string): Promise<void> {
    await this.#change(caller, known => withoutKey(known, fingerprint));
  }

  /**
   * Reads, changes and writes under the version that was read: of two changes at once the API server
   * refuses the later, which is then made again on what the earlier has left. Fails with a 409 when
   * that happens time and again, or the profile is no longer the caller's.
   */
  async #change(
    { userName, email }: Caller,
    change: (keys: SshKey[]) => SshKey[],
  ): Promise<SshKey[]> {
    const path = objectPath(USERS, { name: userName });
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const user = await this.client.request<User>({ method: 'GET', path });
      // The cache may be behind: a key in the profile of another opens the other's workspaces.
      if (!sameEmail(user.spec.email, email)) {
        throw new ConflictError(
          'Your profile has just changed hands: Butler knows it by another e-mail address now. Nothing was saved; ask a platform admin to look at your User.',
        );
      }
      const sshKeys = change(user.spec.sshKeys ?? []);
      const { uid, resourceVersion } = user.metadata;
      try {
        const changed = await this.client.request<User>({
          method: 'PATCH',
          path,
          contentType: MERGE_PATCH,
          body: { metadata: { uid, resourceVersion }, spec: { sshKeys } },
        });
        this.cache.users.fold(changed);
        return sshKeys;
      } catch (error) {
        const stale =
          error instanceof KubernetesApiError && error.status === 409;
        if (!stale) throw error;
      }
      await sleep(Math.random() * MAX_WAIT_MS);
    }
    throw new ConflictError(
      'Your profile is being changed by somebody else over and over. Nothing was saved; try again in a moment.',
    );
  }
}
