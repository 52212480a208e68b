import { parseSshPublicKey } from '@butler-portal/plugin-butler-common';

/**
 * The lines of a text that are public keys. What may be stored is decided by what is known to be
 * public: a part of a private key that was pasted by accident looks like nothing in particular.
 */
export function publicKeysOnly(text: string): string {
  return text
    .split('\n')
    .filter(line => parseSshPublicKey(line).key)
    .join('\n');
}
