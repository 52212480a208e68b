import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  fingerprintOf,
  parseSshPublicKey,
} from '@butler-portal/plugin-butler-common';
import type {
  AddSshKeyRequest,
  SshKey,
} from '@butler-portal/plugin-butler-common';

const MAX_KEYS = 50;

/** A key as answers carry it. */
export function describeKey(key: SshKey): SshKey {
  const { name, publicKey, addedAt } = key;
  return { name, publicKey, fingerprint: fingerprintOf(key), addedAt };
}

/**
 * The key that a request asks to add to those that are there; throws a 409 for one that is there
 * already, under whatever name.
 *
 * @param now - RFC 3339
 */
export function newKey(
  known: SshKey[],
  { name, publicKey: text }: AddSshKeyRequest,
  now: string,
): SshKey {
  const { key } = parseSshPublicKey(text);
  if (!key) throw new Error('The schema has let no public key pass');
  const { publicKey, fingerprint } = key;
  const same = known.find(other => fingerprintOf(other) === fingerprint);
  if (same) {
    throw new ConflictError(
      `This key is in your profile already, as “${same.name}”.`,
    );
  }
  if (known.length >= MAX_KEYS) {
    throw new ConflictError(
      `Your profile has ${known.length} keys, and that is the most. Remove one that you no longer use.`,
    );
  }
  return { name: name.trim(), publicKey, fingerprint, addedAt: now };
}

/** What is left without the key; throws a 404 when it is not there. */
export function withoutKey(known: SshKey[], fingerprint: string): SshKey[] {
  const left = known.filter(key => fingerprintOf(key) !== fingerprint);
  if (left.length === known.length) {
    throw new NotFoundError('Your profile has no key with this fingerprint.');
  }
  return left;
}
