import { BUTLER_API_VERSION } from '@butler-portal/plugin-butler-common';
import type { ClusterChoice } from '../basics/clusterChoice';
import { EMPTY_VALUES } from '../form/values';
import type { CreateValues } from '../form/values';

/** A cluster that takes workspaces and has room, unless told otherwise. */
export function aCluster({
  name = 'dev-eu',
  enabled = true,
  phase = 'Ready',
  countLeft = '12',
  cpuLeft = '10',
}: {
  name?: string;
  enabled?: boolean;
  phase?: NonNullable<ClusterChoice['status']>['phase'];
  countLeft?: string;
  cpuLeft?: string;
} = {}): ClusterChoice {
  return {
    apiVersion: BUTLER_API_VERSION,
    kind: 'TenantCluster',
    metadata: { name, namespace: 'payments' },
    spec: {
      workspaces: { enabled, defaultImage: 'ghcr.io/acme/base:1' },
    },
    status: { phase },
    quota: {
      count: { limit: '20', used: '8', left: countLeft },
      cpu: { limit: '16', used: '6', left: cpuLeft },
      memory: { limit: '32Gi', used: '12Gi', left: '20Gi' },
      storage: { limit: '500Gi', used: '80Gi', left: '420Gi' },
    },
  };
}

/** A form that can be sent as it is. */
export function someValues(values: Partial<CreateValues> = {}): CreateValues {
  return {
    ...EMPTY_VALUES,
    team: 'payments',
    name: 'ledger-dev',
    cluster: 'dev-eu',
    image: 'ghcr.io/acme/go:1.24',
    repositories: [],
    cpu: '2',
    memory: '4Gi',
    storage: '10Gi',
    ...values,
  };
}
