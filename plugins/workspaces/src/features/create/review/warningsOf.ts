import { lacksSshKey } from '../access/keys/lacksSshKey';
import type { QuotaBar } from '../size/quotaBars';
import type { CreateValues } from '../form/values';

/** Something that does not stop the form but will hurt later. */
export type Warning =
  | { kind: 'noSshKey' }
  | { kind: 'quota'; part: QuotaBar['part'] }
  | { kind: 'credential'; name: string };

/** What is known beyond the form. */
export interface WarningFacts {
  sshKeyCount: number;
  bars: readonly QuotaBar[];
  /** Names of the team's Git credentials; undefined while they are not known. */
  credentials: readonly string[] | undefined;
}

/** What the person should know before creating. */
export function warningsOf(
  values: Pick<CreateValues, 'keys' | 'repositories'>,
  { sshKeyCount, bars, credentials }: WarningFacts,
): Warning[] {
  const warnings: Warning[] = [];
  // It would fail with SSHKeysRequired (contract, section 3.1).
  if (lacksSshKey(values.keys, sshKeyCount)) {
    warnings.push({ kind: 'noSshKey' });
  }
  for (const { part, over } of bars) {
    if (over) warnings.push({ kind: 'quota', part });
  }
  const named = values.repositories.map(({ credential }) => credential.trim());
  for (const name of new Set(named)) {
    if (name && credentials && !credentials.includes(name)) {
      warnings.push({ kind: 'credential', name });
    }
  }
  return warnings;
}
