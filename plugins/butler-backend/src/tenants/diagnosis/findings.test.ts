import { cluster, workspace } from '../../__testUtils__/objects';
import type { ContainerStatus } from '../podTypes';
import type { DiagnosisFacts } from './facts';
import { findingsOf } from './findings';

const NOW = Date.parse('2026-01-01T10:10:00Z');
const metadata = { name: 'ws-api' };

function facts(change: Partial<DiagnosisFacts> = {}): DiagnosisFacts {
  return {
    workspace: workspace('api', { status: { phase: 'Running' } }),
    cluster: cluster('payments-dev', 'payments'),
    now: NOW,
    pod: { metadata },
    events: [],
    logs: [],
    asked: true,
    ...change,
  };
}

function failed(reason: string): Partial<DiagnosisFacts> {
  const condition = { type: 'Ready', status: 'False' as const, reason };
  return {
    workspace: workspace('api', {
      status: { phase: 'Failed', conditions: [condition] },
    }),
    pod: undefined,
  };
}

function container(status: Partial<ContainerStatus>): Partial<DiagnosisFacts> {
  const containerStatuses = [{ name: 'workspace', ...status }];
  const spec = { containers: [{ name: 'workspace', image: 'acme/ide:3' }] };
  return { pod: { metadata, spec, status: { containerStatuses } } };
}

function scheduled(message: string): Partial<DiagnosisFacts> {
  const conditions = [
    { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message },
  ];
  return { pod: { metadata, status: { phase: 'Pending', conditions } } };
}

function event(reason: string, message: string = '') {
  const common = { kind: 'Pod', name: 'ws-api', type: 'Warning' as const };
  return { ...common, reason, message, count: 1 };
}

function clone(text: string): Partial<DiagnosisFacts> {
  return { logs: [{ container: 'git-clone', text }] };
}

function service(createdAt: string): Partial<DiagnosisFacts> {
  return {
    workspace: workspace('api', {
      annotations: { 'butler.butlerlabs.dev/connect': 'true' },
      status: { phase: 'Running' },
    }),
    service: { metadata: { name: 'ws-api-ssh', creationTimestamp: createdAt } },
  };
}

describe('findings', () => {
  it('are none when all is well', () => {
    expect(findingsOf(facts())).toEqual([]);
    expect(
      findingsOf(
        facts(clone("Cloning into 'src'...\nwarning: redirecting to x")),
      ),
    ).toEqual([]);
  });

  it.each<[string, string, RegExp, Partial<DiagnosisFacts>]>([
    ['ClusterNotFound', 'owner', /no cluster/, failed('ClusterNotFound')],
    [
      'WorkspacesDisabled',
      'platformAdmin',
      /enabled/,
      failed('WorkspacesDisabled'),
    ],
    ['QuotaExceeded', 'owner', /Delete one/, failed('QuotaExceeded')],
    ['SSHKeysRequired', 'owner', /Add a public key/, failed('SSHKeysRequired')],
    [
      'TenantClientError',
      'platformAdmin',
      /kubeconfig/,
      failed('TenantClientError'),
    ],
    [
      'SomethingNew',
      'platformAdmin',
      /gave the workspace up/,
      failed('SomethingNew'),
    ],
    [
      'WaitingForDependencies',
      'platformAdmin',
      /waits for the cluster/,
      {
        workspace: workspace('api', {
          status: {
            phase: 'Creating',
            conditions: [
              {
                type: 'Ready',
                status: 'False',
                reason: 'WaitingForDependencies',
              },
            ],
          },
        }),
      },
    ],
    [
      'ControllerSilent',
      'platformAdmin',
      /butler-controller/,
      { workspace: workspace('api') },
    ],
    [
      'ClusterUnreachable',
      'platformAdmin',
      /does not answer/,
      { asked: false, pod: undefined },
    ],
    ['PodGone', 'owner', /no pod/, { pod: undefined }],
    [
      'ImagePullBackOff',
      'owner',
      /acme\/ide:3 could not be pulled.*no such image/,
      {
        ...container({ state: { waiting: { reason: 'ImagePullBackOff' } } }),
        events: [event('Failed', 'manifest unknown')],
      },
    ],
    [
      'ErrImagePull',
      'owner',
      /wants a login/,
      container({
        state: {
          waiting: { reason: 'ErrImagePull', message: '401 Unauthorized' },
        },
      }),
    ],
    [
      'CrashLoopBackOff',
      'owner',
      /exit code 2/,
      container({
        state: { waiting: { reason: 'CrashLoopBackOff' } },
        lastState: { terminated: { exitCode: 2 } },
      }),
    ],
    [
      'OOMKilled',
      'owner',
      /more memory/,
      container({
        state: { running: {} },
        lastState: { terminated: { reason: 'OOMKilled' } },
      }),
    ],
    [
      'CreateContainerConfigError',
      'owner',
      /Secret or ConfigMap/,
      container({
        state: { waiting: { reason: 'CreateContainerConfigError' } },
      }),
    ],
    [
      'Unschedulable',
      'owner',
      /has room/,
      scheduled('0/3 nodes: 3 Insufficient cpu.'),
    ],
    [
      'Unschedulable',
      'platformAdmin',
      /taints/,
      scheduled('0/3 nodes: untolerated taint'),
    ],
    [
      'Evicted',
      'owner',
      /Start the workspace again/,
      { pod: { metadata, status: { phase: 'Failed', reason: 'Evicted' } } },
    ],
    [
      'VolumePending',
      'platformAdmin',
      /storage classes/,
      {
        volume: { metadata, status: { phase: 'Pending' } },
        events: [event('ProvisioningFailed')],
      },
    ],
    [
      'VolumeLost',
      'platformAdmin',
      /is gone/,
      { volume: { metadata, status: { phase: 'Lost' } } },
    ],
    [
      'ExceededQuota',
      'owner',
      /Ask for less/,
      {
        events: [
          event(
            'FailedCreate',
            'pods "x" is forbidden: exceeded quota: workspace-quota',
          ),
        ],
      },
    ],
    [
      'LoadBalancerPending',
      'platformAdmin',
      /Wait/,
      service('2026-01-01T10:09:30Z'),
    ],
    [
      'LoadBalancerPending',
      'platformAdmin',
      /addresses left/,
      service('2026-01-01T10:00:00Z'),
    ],
    [
      'NodeNotReady',
      'platformAdmin',
      /“n1”/,
      {
        node: {
          metadata: { name: 'n1' },
          status: { conditions: [{ type: 'Ready', status: 'Unknown' }] },
        },
      },
    ],
    [
      'CloneFailed',
      'owner',
      /refused the login/,
      clone(
        'git@x: Permission denied (publickey).\nfatal: Could not read from remote repository.',
      ),
    ],
    [
      'CloneFailed',
      'owner',
      /refused the login/,
      clone(
        "fatal: could not read Username for 'https://x': terminal prompts disabled",
      ),
    ],
    [
      'CloneFailed',
      'owner',
      /no such repository/,
      clone("fatal: repository 'https://x/y/' not found"),
    ],
    [
      'CloneFailed',
      'owner',
      /host key/,
      clone(
        'Host key verification failed.\nfatal: Could not read from remote repository.',
      ),
    ],
    [
      'CloneFailed',
      'owner',
      /could not be reached/,
      clone("fatal: unable to access 'https://x/': Could not resolve host: x"),
    ],
    [
      'CloneFailed',
      'owner',
      /no such branch/,
      clone(
        'warning: Could not find remote branch x to clone.\nfatal: Remote branch x not found in upstream origin',
      ),
    ],
    [
      'DotfilesFailed',
      'owner',
      /install command/,
      {
        pod: {
          metadata,
          status: {
            initContainerStatuses: [
              { name: 'dotfiles', state: { terminated: { exitCode: 1 } } },
            ],
          },
        },
      },
    ],
  ])('%s is for %s: %s', (id, actor, words, change) => {
    const [found, ...rest] = findingsOf(facts(change));
    expect(rest).toEqual([]);
    expect(found.id).toBe(id);
    expect(found.who[0]).toBe(actor);
    expect(`${found.message} ${found.action}`).toMatch(words);
  });

  it('wait in silence for a volume that waits for its pod', () => {
    const change = {
      volume: { metadata, status: { phase: 'Pending' } },
      events: [event('WaitForFirstConsumer')],
    };
    expect(findingsOf(facts(change))).toEqual([]);
  });

  it('have errors before the rest, and carry nothing of a log', () => {
    const change = {
      ...clone('fatal: Authentication failed for https://user:hunter2@x/'),
      asked: false,
    };
    const found = findingsOf(facts(change));
    expect(found.map(({ severity }) => severity)).toEqual(['error', 'warning']);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });
});
