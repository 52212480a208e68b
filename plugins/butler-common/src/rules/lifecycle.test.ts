import { CONNECT_ANNOTATION, WORKSPACE_PHASES } from '../resources';
import type { Workspace, WorkspacePhase } from '../resources';
import { LIFECYCLE_ACTIONS, readinessOf } from './lifecycle';
import type { StateAction } from './lifecycle';

function workspace(
  phase: WorkspacePhase | undefined,
  asked = false,
  deleting = false,
): Workspace {
  return {
    apiVersion: 'butler.butlerlabs.dev/v1alpha1',
    kind: 'Workspace',
    metadata: {
      name: 'api',
      annotations: asked ? { [CONNECT_ANNOTATION]: 'true' } : undefined,
      deletionTimestamp: deleting ? '2026-01-01T00:00:00Z' : undefined,
    },
    spec: { clusterRef: { name: 'dev' }, owner: 'me@example.com', image: 'go' },
    status: phase && { phase },
  };
}

function outcome(action: StateAction, of: Workspace): string {
  const readiness = readinessOf(action, of);
  return readiness.state === 'blocked' ? readiness.obstacle : readiness.state;
}

function outcomes(of: Workspace): string[] {
  return LIFECYCLE_ACTIONS.map(action => outcome(action, of));
}

describe('what can be done in a state (contract, section 3)', () => {
  //                      connect         disconnect  start     stop             delete
  it.each<[WorkspacePhase | undefined, boolean, string[]]>([
    [
      undefined,
      false,
      ['stillStarting', 'holds', 'holds', 'stillStarting', 'ready'],
    ],
    [
      'Pending',
      false,
      ['stillStarting', 'holds', 'holds', 'stillStarting', 'ready'],
    ],
    [
      'Creating',
      false,
      ['stillStarting', 'holds', 'holds', 'stillStarting', 'ready'],
    ],
    [
      'Starting',
      true,
      ['stillStarting', 'ready', 'holds', 'stillStarting', 'ready'],
    ],
    ['Running', false, ['ready', 'holds', 'holds', 'ready', 'ready']],
    ['Running', true, ['holds', 'ready', 'holds', 'ready', 'ready']],
    ['Stopped', false, ['notRunning', 'holds', 'ready', 'holds', 'ready']],
    ['Stopped', true, ['notRunning', 'ready', 'holds', 'ready', 'ready']],
    ['Failed', false, ['failed', 'holds', 'failed', 'failed', 'ready']],
    ['Failed', true, ['failed', 'holds', 'failed', 'failed', 'ready']],
  ])('%s, connection asked for: %s', (phase, asked, expected) => {
    expect(outcomes(workspace(phase, asked))).toEqual(expected);
  });

  it('is nothing but waiting while it is being deleted', () => {
    for (const phase of WORKSPACE_PHASES) {
      expect(outcomes(workspace(phase, true, true))).toEqual([
        'deleting',
        'deleting',
        'deleting',
        'deleting',
        'holds',
      ]);
    }
  });

  it('lets a connection be ended that the controller still has', () => {
    const connected = workspace('Running');
    connected.status = { phase: 'Running', connected: true };
    expect(outcome('disconnect', connected)).toBe('ready');
  });

  //            restart   edit      sync-ssh-keys
  it.each<[WorkspacePhase | undefined, boolean, string[]]>([
    [undefined, false, ['holds', 'ready', 'ready']],
    ['Starting', true, ['holds', 'ready', 'ready']],
    ['Running', false, ['ready', 'ready', 'ready']],
    ['Running', true, ['ready', 'ready', 'ready']],
    ['Stopped', false, ['ready', 'ready', 'holds']],
    ['Stopped', true, ['holds', 'ready', 'holds']],
    ['Failed', false, ['failed', 'failed', 'failed']],
  ])(
    'lets it be restarted, edited, its keys synced: %s, asked for: %s',
    (phase, asked, expected) => {
      const actions: StateAction[] = ['restart', 'edit', 'sync-ssh-keys'];
      const of = workspace(phase, asked);
      expect(actions.map(action => outcome(action, of))).toEqual(expected);
      const going = workspace(phase, asked, true);
      expect(actions.map(action => outcome(action, going))).toEqual(
        actions.map(() => 'deleting'),
      );
    },
  );
});
