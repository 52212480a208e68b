import type { TenantCluster, Workspace, WorkspacePhase } from '../resources';
import { demandOf, exceededBy, quotaOf } from './quota';

function cluster(
  workspaces?: TenantCluster['spec']['workspaces'],
): TenantCluster {
  return {
    apiVersion: 'butler.butlerlabs.dev/v1alpha1',
    kind: 'TenantCluster',
    metadata: { name: 'dev' },
    spec: { workspaces },
  };
}

function workspace(
  phase: WorkspacePhase | undefined,
  spec: Partial<Workspace['spec']> = {},
): Workspace {
  return {
    apiVersion: 'butler.butlerlabs.dev/v1alpha1',
    kind: 'Workspace',
    metadata: { name: 'api' },
    spec: {
      clusterRef: { name: 'dev' },
      owner: 'me@example.com',
      image: 'go',
      ...spec,
    },
    status: phase && { phase },
  };
}

describe('the quota of a cluster', () => {
  it('has the defaults of the kinds', () => {
    expect(quotaOf(cluster(), [])).toEqual({
      count: { limit: '20', used: '0', left: '20' },
      cpu: { limit: '16', used: '0', left: '16' },
      memory: { limit: '32Gi', used: '0', left: '32Gi' },
      storage: { limit: '500Gi', used: '0', left: '500Gi' },
    });
  });

  it('counts volumes always, CPU and memory only with a pod, failed ones as a number', () => {
    const quota = quotaOf(cluster(), [
      workspace('Running', {
        resources: { cpu: '500m', memory: '1Gi' },
        storageSize: '5Gi',
      }),
      workspace('Stopped'),
      workspace(undefined),
      workspace('Failed'),
    ]);
    expect(quota.count.used).toBe('4');
    expect(quota.cpu).toEqual({ limit: '16', used: '2500m', left: '13500m' });
    expect(quota.memory.used).toBe('5Gi');
    expect(quota.storage.used).toBe('25Gi');
  });

  it('knows no limit where there is none', () => {
    expect(
      quotaOf(cluster({ maxWorkspaces: 0 }), [workspace('Running')]).count,
    ).toEqual({ used: '1' });
  });

  it('never has less than nothing left', () => {
    const full = quotaOf(cluster({ maxWorkspaces: 1 }), [
      workspace('Running'),
      workspace('Running'),
    ]);
    expect(full.count).toEqual({ limit: '1', used: '2', left: '0' });
  });

  it('says what there is too little of, compared exactly', () => {
    const left = (maxCPU: string, maxMemory: string, max = 20) =>
      quotaOf(
        cluster({
          maxWorkspaces: max,
          resourceQuota: { maxCPU, maxMemory, maxStorage: '10Gi' },
        }),
        [],
      );
    const demand = demandOf({ resources: { cpu: '500m', memory: '4Gi' } });
    expect(demand).toEqual({
      count: '1',
      cpu: '500m',
      memory: '4Gi',
      storage: '10Gi',
    });
    expect(exceededBy(left('0.5', '4096Mi'), demand)).toEqual([]);
    expect(exceededBy(left('0.499', '4G'), demand)).toEqual(['cpu', 'memory']);
    expect(exceededBy(left('1', '4Gi', 0), demand)).toEqual([]);
    expect(
      exceededBy(left('1', '4Gi'), demandOf({ storageSize: '11Gi' })),
    ).toEqual(['cpu', 'storage']);
  });
});
