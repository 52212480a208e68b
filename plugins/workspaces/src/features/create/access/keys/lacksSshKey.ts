import { ownKeysOf } from '../../form/request';
import type { KeysValues } from '../../form/values';

/**
 * Whether nobody could open the workspace: it would fail with SSHKeysRequired (contract, section
 * 3.1).
 *
 * @param profileKeys - how many keys the person's profile has
 */
export function lacksSshKey(keys: KeysValues, profileKeys: number): boolean {
  return keys.source === 'own'
    ? ownKeysOf(keys).length === 0
    : profileKeys === 0;
}
