import type { Finding } from '@butler-portal/plugin-butler-common';
import { cloneFindings } from './cloneFindings';
import type { DiagnosisFacts } from './facts';
import { podFindings } from './podFindings';
import { surroundingFindings } from './surroundingFindings';
import { workspaceFindings } from './workspaceFindings';

const RANK = { error: 0, warning: 1, info: 2 };

/** What is wrong with a workspace, after the facts; errors first, each thing once. */
export function findingsOf(facts: DiagnosisFacts): Finding[] {
  const found = [
    ...workspaceFindings(facts),
    ...podFindings(facts),
    ...surroundingFindings(facts),
    ...cloneFindings(facts),
  ];
  const unique = new Map(
    found.map(each => [`${each.id} ${each.message}`, each]),
  );
  return [...unique.values()].sort(
    (one, other) => RANK[one.severity] - RANK[other.severity],
  );
}
