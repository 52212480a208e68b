import {
  CONNECT_TIME_ANNOTATION,
  findCondition,
  parseDuration,
  phaseOf,
  provisioningSteps,
  wantsConnection,
  WORKSPACE_DEFAULTS,
} from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { failureOf } from './failure';
import type { componentMessages } from './messages';

type StatusKey = keyof (typeof componentMessages)['status'];

/** What a workspace waits for, or what happens to it next. */
export type Status =
  | { key: Exclude<StatusKey, 'stops' | 'disconnects'> }
  /** `at`: milliseconds since 1970. */
  | { key: 'stops' | 'disconnects'; at: number }
  /** What the controller says where Chambers has no words of its own. */
  | { message: string };

/** When a Go duration after a time is over; undefined when it never is. */
function after(time: string | undefined, duration: string): number | undefined {
  const begin = Date.parse(time ?? '');
  const length = parseDuration(duration);
  if (Number.isNaN(begin) || !length || length < BigInt(0)) return undefined;
  return begin + Number(length / BigInt(1_000_000));
}

function failedStatus(workspace: Workspace): Status | undefined {
  const { reason: key, message } = failureOf(workspace) ?? {};
  if (key) return { key };
  return message ? { message } : undefined;
}

function stepStatus(workspace: Workspace): Status | undefined {
  const ready = findCondition(workspace.status?.conditions, 'Ready');
  if (ready?.reason === 'WaitingForDependencies') {
    return { key: 'waitingForCluster' };
  }
  const step = provisioningSteps(workspace).find(
    ({ state }) => state === 'active',
  );
  if (!step) return undefined;
  const pulls = step.id === 'pod' && /pull/i.test(step.message ?? '');
  return { key: pulls ? 'pullingImage' : step.id };
}

function timerOf({ metadata, spec, status }: Workspace): Status | undefined {
  if (status?.connected) {
    const at = after(
      metadata.annotations?.[CONNECT_TIME_ANNOTATION],
      spec.idleTimeout ?? WORKSPACE_DEFAULTS.idleTimeout,
    );
    return at === undefined ? undefined : { key: 'disconnects', at };
  }
  const at = after(
    status?.lastDisconnectTime,
    spec.autoStopAfter ?? WORKSPACE_DEFAULTS.autoStopAfter,
  );
  return at === undefined ? undefined : { key: 'stops', at };
}

/** What stands in one short line under the phase, if there is anything to say. */
export function statusOf(workspace: Workspace): Status | undefined {
  if (workspace.metadata.deletionTimestamp) return { key: 'deleting' };
  const waits = wantsConnection(workspace) && !workspace.status?.connected;
  switch (phaseOf(workspace)) {
    case 'Failed':
      return failedStatus(workspace);
    case 'Running':
      return waits ? { key: 'address' } : timerOf(workspace);
    case 'Stopped':
      return waits ? { key: 'startAsked' } : undefined;
    default:
      return stepStatus(workspace);
  }
}
