import { KubeObject } from '../apiserver/types';
import { BUTLER, BUTLER_API } from '../names';

interface ClusterSeed {
  team: string;
  name: string;
  version: string;
  replicas: number;
  enabled: boolean;
}

const CLUSTERS: ClusterSeed[] = [
  {
    team: 'payments',
    name: 'payments-dev',
    version: 'v1.32.3',
    replicas: 3,
    enabled: true,
  },
  {
    team: 'payments',
    name: 'payments-legacy',
    version: 'v1.28.9',
    replicas: 2,
    enabled: false,
  },
  {
    team: 'search',
    name: 'search-dev',
    version: 'v1.32.3',
    replicas: 2,
    enabled: true,
  },
];

/** The three clusters of the seed. For load, those that take workspaces take any number of them. */
export function makeClusters(
  createdAt: string,
  unlimited: boolean,
): KubeObject[] {
  return CLUSTERS.map(({ team, name, version, replicas, enabled }) => ({
    apiVersion: BUTLER_API,
    kind: 'TenantCluster',
    metadata: {
      name,
      namespace: team,
      creationTimestamp: createdAt,
      labels: { [`${BUTLER}/team`]: team },
    },
    spec: {
      kubernetesVersion: version,
      teamRef: { name: team },
      workers: { replicas },
      workspaces: {
        enabled,
        ...(unlimited && { maxWorkspaces: 0 }),
        resourceQuota: unlimited
          ? { maxCPU: '100000', maxMemory: '200Ti', maxStorage: '2Pi' }
          : {},
      },
    },
    status: {
      phase: 'Ready',
      tenantNamespace: name,
      observedGeneration: 1,
      workerNodesReady: replicas,
      workerNodesDesired: replicas,
    },
  }));
}
