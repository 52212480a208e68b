import { parseSshPublicKey } from '@butler-portal/plugin-butler-common';
import type {
  SshKeyRefusal,
  SshPublicKey,
} from '@butler-portal/plugin-butler-common';

/** What a line of the keys is. */
export interface CheckedLine {
  /** From 1. */
  line: number;
  publicKey?: SshPublicKey;
  refusal?: SshKeyRefusal;
  /** The earlier line that holds the same key. */
  sameAs?: number;
}

/** Looks at every line that is not empty. A private key has many lines and is one mistake. */
export function checkOwnKeys(text: string): CheckedLine[] {
  if (parseSshPublicKey(text).refusal === 'privateKey') {
    return [{ line: 1, refusal: 'privateKey' }];
  }
  const first = new Map<string, number>();
  return text.split('\n').flatMap((content, index): CheckedLine[] => {
    if (!content.trim()) return [];
    const line = index + 1;
    const { key, refusal } = parseSshPublicKey(content.trim());
    if (!key) return [{ line, refusal }];
    const sameAs = first.get(key.fingerprint);
    if (sameAs === undefined) first.set(key.fingerprint, line);
    return [{ line, publicKey: key, sameAs }];
  });
}
