import {
  phaseOf,
  provisioningSteps,
} from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';

/** Whether it is on its way up for the first time: its age is then how long that has taken. */
export function isFirstStart(workspace: Workspace): boolean {
  const phase = phaseOf(workspace);
  return phase === 'Pending' || phase === 'Creating';
}

/** How the steps are shown: not at all, folded away, or open. */
export function displayOf(workspace: Workspace): 'hidden' | 'folded' | 'open' {
  const phase = phaseOf(workspace);
  // What a stopped workspace reports is how it stopped.
  if (workspace.metadata.deletionTimestamp || phase === 'Stopped') {
    return 'hidden';
  }
  const failed = provisioningSteps(workspace).some(
    ({ state }) => state === 'failed',
  );
  return phase === 'Running' && !failed ? 'folded' : 'open';
}
