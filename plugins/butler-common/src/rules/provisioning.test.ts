import type { Condition, Workspace, WorkspacePhase } from '../resources';
import { BUTLER_API_VERSION } from '../resources';
import { provisioningSteps } from './provisioning';

function workspace(
  phase: WorkspacePhase | undefined,
  conditions: Record<string, Condition['status']>,
  spec: Partial<Workspace['spec']> = {},
): Workspace {
  return {
    apiVersion: BUTLER_API_VERSION,
    kind: 'Workspace',
    metadata: { name: 'api', namespace: 'payments' },
    spec: {
      clusterRef: { name: 'dev' },
      owner: 'me@example.com',
      image: 'x',
      ...spec,
    },
    status: phase && {
      phase,
      conditions: Object.entries(conditions).map(([type, status]) => ({
        type,
        status,
      })),
    },
  };
}

const FULL = {
  repositories: [{ url: 'https://git.example.com/a' }],
  dotfiles: { url: 'https://git.example.com/d' },
};

function states(...args: Parameters<typeof workspace>) {
  const steps = provisioningSteps(workspace(...args));
  return steps.map(({ id, state }) => `${id} ${state}`).join(', ');
}

describe('the steps to a workspace', () => {
  it.each<[string, string, ...Parameters<typeof workspace>]>([
    [
      'begin with the volume',
      'volume active, pod waiting, ssh waiting, ready waiting',
      undefined,
      {},
    ],
    [
      'go on with the pod',
      'volume done, pod active, ssh waiting, ready waiting',
      'Creating',
      { PVCReady: 'True', PodReady: 'False', Ready: 'False' },
    ],
    [
      'have what was asked for',
      'volume done, pod active, clone waiting, dotfiles waiting, ssh waiting, ready waiting',
      'Creating',
      { PVCReady: 'True' },
      FULL,
    ],
    [
      'do not call done what nobody has told',
      'volume done, pod done, clone unknown, dotfiles unknown, ssh done, ready done',
      'Running',
      { PVCReady: 'True', PodReady: 'True', SSHReady: 'True', Ready: 'True' },
      FULL,
    ],
    [
      'tell of a clone that failed',
      'volume done, pod done, clone failed, dotfiles done, ssh done, ready done',
      'Running',
      { RepositoryCloned: 'False', DotfilesInstalled: 'True' },
      FULL,
    ],
    [
      'know that what comes before something done is done',
      'volume done, pod done, ssh active, ready waiting',
      'Starting',
      { PodReady: 'True' },
    ],
    [
      'take nothing for done that was said not to be',
      'volume done, pod active, clone done, ssh waiting, ready waiting',
      'Creating',
      { PVCReady: 'True', PodReady: 'False', RepositoryCloned: 'True' },
      { repositories: FULL.repositories },
    ],
    [
      'tell of a clone that failed before the rest went on',
      'volume done, pod done, clone failed, ssh done, ready active',
      'Creating',
      { PodReady: 'True', RepositoryCloned: 'False', SSHReady: 'True' },
      { repositories: FULL.repositories },
    ],
    [
      'do not take the conditions of the run before a stop for those of this start',
      'volume done, pod active, clone waiting, dotfiles waiting, ssh waiting, ready waiting',
      'Starting',
      {
        PVCReady: 'True',
        PodReady: 'True',
        RepositoryCloned: 'True',
        DotfilesInstalled: 'True',
        SSHReady: 'True',
        Ready: 'True',
      },
      FULL,
    ],
    [
      'do not take a clone of the run before for done while the new pod comes',
      'volume done, pod active, clone waiting, ssh waiting, ready waiting',
      'Starting',
      {
        PVCReady: 'True',
        PodReady: 'False',
        RepositoryCloned: 'True',
        SSHReady: 'True',
        Ready: 'False',
      },
      { repositories: FULL.repositories },
    ],
    [
      'fail where the workspace stood',
      'volume failed, pod waiting, ssh waiting, ready waiting',
      'Failed',
      { Ready: 'False' },
    ],
    [
      'begin again after a stop, with the volume kept',
      'volume done, pod waiting, ssh waiting, ready waiting',
      'Stopped',
      { PVCReady: 'True', PodReady: 'True', SSHReady: 'True', Ready: 'True' },
    ],
  ])('%s', (_, expected, ...args) => {
    expect(states(...args)).toBe(expected);
  });

  it('carry what is said of them, but not what was said of an earlier run', () => {
    const messages = (phase: WorkspacePhase) => {
      const example = workspace(phase, {});
      example.status!.conditions = [
        { type: 'PodReady', status: 'False', message: 'Pod phase: Pending' },
        { type: 'Ready', status: 'False', message: 'The pod is gone' },
      ];
      return provisioningSteps(example).map(({ message }) => message);
    };
    expect(messages('Creating')).toEqual([
      undefined,
      'Pod phase: Pending',
      undefined,
      'The pod is gone',
    ]);
    expect(messages('Starting')).toEqual([
      undefined,
      'Pod phase: Pending',
      undefined,
      undefined,
    ]);
  });
});
