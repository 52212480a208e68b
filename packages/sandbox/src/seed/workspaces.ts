import { timestamp } from '../apiserver/rest/metadata';
import { JsonObject, KubeObject } from '../apiserver/types';
import {
  BUTLER,
  BUTLER_API,
  CONNECT,
  CONNECT_TIME,
  SSH_PORT,
  tenantNames,
  WORKSPACE_FINALIZER,
  workspaceLabels,
} from '../names';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A workspace to be seeded, with a history. */
export interface WorkspaceSeed {
  name: string;
  team: string;
  cluster: string;
  owner: string;
  image: string;
  repositories?: string[];
  description?: string;
  age: number;
  phase: 'Running' | 'Stopped' | 'Failed';
  /** Of a Running one: how long ago its owner connected, and where to. */
  connected?: { ago: number; address: string };
  /** How long ago its owner left. */
  disconnectedAgo?: number;
  failure?: { reason: string; message: string };
}

/** The workspaces that the five people have. */
export const WORKSPACE_SEEDS: WorkspaceSeed[] = [
  {
    name: 'checkout-refunds',
    team: 'payments',
    cluster: 'payments-dev',
    owner: 'developer@example.com',
    image: 'ghcr.io/butlerdotdev/workspace-go:1.24',
    repositories: [
      'https://git.example.com/payments/checkout.git',
      'https://git.example.com/payments/money.git',
    ],
    description: 'Partial refunds in the checkout service',
    age: 6 * DAY,
    phase: 'Running',
    connected: { ago: 35 * MINUTE, address: '203.0.113.200' },
  },
  {
    name: 'invoice-report',
    team: 'payments',
    cluster: 'payments-dev',
    owner: 'developer@example.com',
    image: 'ghcr.io/butlerdotdev/workspace-python:3.13',
    repositories: ['https://git.example.com/payments/reports.git'],
    age: 19 * DAY,
    phase: 'Stopped',
    disconnectedAgo: 3 * DAY,
  },
  {
    name: 'legacy-import',
    team: 'payments',
    cluster: 'payments-legacy',
    owner: 'developer@example.com',
    image: 'ghcr.io/butlerdotdev/workspace-base:latest',
    age: 2 * DAY,
    phase: 'Failed',
    failure: {
      reason: 'WorkspacesDisabled',
      message: 'Workspaces are not enabled on TenantCluster "payments-legacy"',
    },
  },
  {
    name: 'ledger-upgrade',
    team: 'payments',
    cluster: 'payments-dev',
    owner: 'team-admin@example.com',
    image: 'ghcr.io/butlerdotdev/workspace-java:21',
    repositories: ['https://git.example.com/payments/ledger.git'],
    age: 11 * DAY,
    phase: 'Running',
    disconnectedAgo: 90 * MINUTE,
  },
  {
    name: 'ranking-experiment',
    team: 'search',
    cluster: 'search-dev',
    owner: 'other-developer@example.com',
    image: 'ghcr.io/butlerdotdev/workspace-python:3.13',
    repositories: ['https://git.example.com/search/ranking.git'],
    age: 4 * DAY,
    phase: 'Running',
    disconnectedAgo: 20 * MINUTE,
  },
  {
    name: 'synonyms',
    team: 'search',
    cluster: 'search-dev',
    owner: 'other-developer@example.com',
    image: 'ghcr.io/butlerdotdev/workspace-node:22',
    repositories: ['https://git.example.com/search/synonyms.git'],
    age: 13 * DAY,
    phase: 'Stopped',
    disconnectedAgo: 5 * DAY,
  },
];

function conditionsOf(seed: WorkspaceSeed, at: string): JsonObject[] {
  const condition = (
    type: string,
    status: boolean,
    reason: string,
    message: string,
  ) => ({
    type,
    status: status ? 'True' : 'False',
    reason,
    message,
    lastTransitionTime: at,
    observedGeneration: 1,
  });
  if (seed.failure) {
    return [
      condition('Ready', false, seed.failure.reason, seed.failure.message),
    ];
  }
  const running = seed.phase === 'Running';
  const gone = 'The pod is gone';
  const live = (type: string, reason: string, message: string) =>
    running
      ? condition(type, true, reason, message)
      : condition(type, false, 'WorkspaceStopped', gone);
  return [
    condition('PVCReady', true, 'PVCBound', 'The volume is bound'),
    live('PodReady', 'PodRunning', 'Pod phase: Running'),
    ...(seed.repositories
      ? [
          condition(
            'RepositoryCloned',
            true,
            'CloneFinished',
            'git-clone has finished',
          ),
        ]
      : []),
    live('SSHReady', 'SSHListening', 'The SSH server listens'),
    live('Ready', 'WorkspaceReady', 'The workspace is ready'),
  ];
}

function statusOf(seed: WorkspaceSeed, now: number): JsonObject {
  const names = tenantNames(seed.name);
  const ago = (milliseconds: number) => timestamp(new Date(now - milliseconds));
  const started = ago(seed.disconnectedAgo ?? seed.connected?.ago ?? seed.age);
  return {
    phase: seed.phase,
    observedGeneration: 1,
    connected: seed.connected !== undefined,
    ...(seed.phase !== 'Failed' && { pvcName: names.volume }),
    ...(seed.phase === 'Running' && { podName: names.pod }),
    ...(seed.connected && {
      serviceName: names.service,
      sshEndpoint: `${seed.connected.address}:${SSH_PORT}`,
      lastActivityTime: ago(seed.connected.ago),
    }),
    ...(seed.disconnectedAgo !== undefined && {
      lastDisconnectTime: ago(seed.disconnectedAgo),
    }),
    conditions: conditionsOf(seed, started),
  };
}

/** The Workspace of a seed, as the controllers would have left it. */
export function makeWorkspace(seed: WorkspaceSeed, now: number): KubeObject {
  const ago = (milliseconds: number) => timestamp(new Date(now - milliseconds));
  return {
    apiVersion: BUTLER_API,
    kind: 'Workspace',
    metadata: {
      name: seed.name,
      namespace: seed.team,
      creationTimestamp: ago(seed.age),
      finalizers: [WORKSPACE_FINALIZER],
      labels: workspaceLabels(seed.team, seed.cluster, seed.owner),
      annotations: {
        [`${BUTLER}/created-by`]: seed.owner,
        ...(seed.description && {
          [`${BUTLER}/description`]: seed.description,
        }),
        ...(seed.connected && {
          [CONNECT]: 'true',
          [CONNECT_TIME]: ago(seed.connected.ago),
        }),
      },
    },
    spec: {
      clusterRef: { name: seed.cluster },
      owner: seed.owner,
      image: seed.image,
      resources: {},
      ...(seed.repositories && {
        repositories: seed.repositories.map(url => ({ url })),
      }),
    },
    status: statusOf(seed, now),
  };
}
