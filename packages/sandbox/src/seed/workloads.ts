import { Objects } from '../apiserver/objects';
import { JsonObject, KubeObject } from '../apiserver/types';
import { createNamespaces } from '../managementCluster';

interface WorkloadSeed {
  kind: 'Deployment' | 'StatefulSet';
  namespace: string;
  name: string;
  replicas: number;
  containers: JsonObject[];
}

const fromSecret = (name: string, secret: string, key: string) => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
});
const fromConfig = (name: string, map: string, key: string) => ({
  name,
  valueFrom: { configMapKeyRef: { name: map, key } },
});
const fromField = (name: string, fieldPath: string) => ({
  name,
  valueFrom: { fieldRef: { fieldPath } },
});

const LIMITS = { limits: { cpu: '500m', memory: '512Mi' } };

/** What runs in each team's cluster besides the workspaces; workspaces copy their literal variables. */
const WORKLOADS: Record<string, WorkloadSeed[]> = {
  payments: [
    {
      kind: 'Deployment',
      namespace: 'shop',
      name: 'checkout',
      replicas: 2,
      containers: [
        {
          name: 'checkout',
          image: 'registry.example.com/payments/checkout:4.2.0',
          resources: LIMITS,
          env: [
            { name: 'LOG_LEVEL', value: 'info' },
            { name: 'PAYMENT_PROVIDER', value: 'https://pay.example.com' },
            { name: 'CURRENCY', value: 'EUR' },
            fromSecret('DATABASE_PASSWORD', 'checkout-database', 'password'),
            fromConfig('FEATURES', 'checkout-settings', 'features'),
            fromField('POD_NAME', 'metadata.name'),
          ],
          envFrom: [{ configMapRef: { name: 'checkout-settings' } }],
        },
        {
          name: 'metrics-proxy',
          image: 'registry.example.com/platform/metrics-proxy:1.9.1',
          resources: LIMITS,
          env: [{ name: 'LISTEN', value: ':9100' }],
        },
      ],
    },
    {
      kind: 'Deployment',
      namespace: 'shop',
      name: 'refunds',
      replicas: 1,
      containers: [
        {
          name: 'refunds',
          image: 'registry.example.com/payments/refunds:1.3.0',
          resources: LIMITS,
          env: [{ name: 'LOG_LEVEL', value: 'debug' }],
        },
      ],
    },
    {
      kind: 'StatefulSet',
      namespace: 'data',
      name: 'ledger-db',
      replicas: 1,
      containers: [
        {
          name: 'postgres',
          image: 'docker.io/library/postgres:17',
          resources: LIMITS,
          env: [
            { name: 'POSTGRES_DB', value: 'ledger' },
            { name: 'PGDATA', value: '/var/lib/postgresql/data/pgdata' },
            fromSecret('POSTGRES_PASSWORD', 'ledger-database', 'password'),
          ],
        },
      ],
    },
  ],
  search: [
    {
      kind: 'Deployment',
      namespace: 'ranking',
      name: 'ranker',
      replicas: 2,
      containers: [
        {
          name: 'ranker',
          image: 'registry.example.com/search/ranker:0.18.0',
          resources: LIMITS,
          env: [
            { name: 'MODEL', value: 'ranking-v7' },
            { name: 'BATCH_SIZE', value: '64' },
            fromSecret('API_KEY', 'ranker-keys', 'api-key'),
          ],
        },
      ],
    },
    {
      kind: 'StatefulSet',
      namespace: 'index',
      name: 'search-index',
      replicas: 2,
      containers: [
        {
          name: 'index',
          image: 'registry.example.com/search/index:3.1.4',
          resources: LIMITS,
          env: [
            { name: 'SHARDS', value: '8' },
            fromField('NODE_NAME', 'spec.nodeName'),
          ],
        },
      ],
    },
  ],
};

/** The Secrets and ConfigMaps that the workloads refer to; the values are made up. */
const SECRETS: Record<string, [string, string, Record<string, string>][]> = {
  payments: [
    ['shop', 'checkout-database', { password: 'not-a-real-password' }],
    ['data', 'ledger-database', { password: 'not-a-real-password' }],
  ],
  search: [['ranking', 'ranker-keys', { 'api-key': 'not-a-real-key' }]],
};
const CONFIG_MAPS: Record<string, [string, string, Record<string, string>][]> =
  {
    payments: [['shop', 'checkout-settings', { features: 'partial-refunds' }]],
  };

function makeWorkload({
  kind,
  namespace,
  name,
  replicas,
  containers,
}: WorkloadSeed): KubeObject {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      ...(kind === 'StatefulSet' && { serviceName: name }),
      template: { metadata: { labels }, spec: { containers } },
    },
    status: {
      observedGeneration: 1,
      replicas,
      readyReplicas: replicas,
      updatedReplicas: replicas,
      availableReplicas: replicas,
    },
  };
}

/** The pods of a workload, named as its controller would: a StatefulSet's are counted. */
function makePods(workload: KubeObject, seed: WorkloadSeed): KubeObject[] {
  const { kind, namespace, name, replicas, containers } = seed;
  return Array.from({ length: replicas }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name:
        kind === 'StatefulSet' ? `${name}-${index}` : `${name}-5d8f7-${index}`,
      namespace,
      labels: { app: name },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind,
          name,
          uid: workload.metadata.uid ?? '',
          controller: true,
        },
      ],
    },
    spec: { containers },
  }));
}

/** Fills a team's cluster with workloads, as far as the team has any. */
export function seedWorkloads(objects: Objects, team: string): void {
  const workloads = WORKLOADS[team] ?? [];
  createNamespaces(objects, [
    ...new Set(workloads.map(({ namespace }) => namespace)),
  ]);
  for (const [namespace, name, stringData] of SECRETS[team] ?? []) {
    objects.create('secrets', {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { namespace, name },
      stringData,
    });
  }
  for (const [namespace, name, data] of CONFIG_MAPS[team] ?? []) {
    objects.create('configmaps', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { namespace, name },
      data,
    });
  }
  for (const seed of workloads) {
    const plural = seed.kind === 'Deployment' ? 'deployments' : 'statefulsets';
    const workload = objects.create(plural, makeWorkload(seed));
    makePods(workload, seed).forEach(pod => objects.create('pods', pod));
  }
}
