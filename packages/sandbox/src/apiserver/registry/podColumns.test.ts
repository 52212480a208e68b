import { KubeObject } from '../types';
import { toTable } from '../table/table';
import { TENANT_BUILT_INS } from './tenantBuiltIns';

const PODS = TENANT_BUILT_INS.filter(({ kind }) => kind === 'Pod')[0];

function row(status: KubeObject['status'], deleted = false) {
  const pod: KubeObject = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'a', ...(deleted && { deletionTimestamp: 'now' }) },
    spec: { initContainers: [{ name: 'i' }], containers: [{ name: 'c' }] },
    status,
  };
  const table = toTable(
    PODS,
    [pod],
    {},
    {
      include: 'None',
      version: 'v1',
      now: 0,
    },
  ) as { rows: { cells: unknown[] }[] };
  return table.rows[0].cells.slice(1, 4);
}

const done = { name: 'i', state: { terminated: { exitCode: 0 } } };
const running = {
  name: 'c',
  ready: true,
  restartCount: 2,
  state: { running: {} },
};

describe('the columns of kubectl get pods', () => {
  it('count what is ready and what was restarted', () =>
    expect(
      row({
        phase: 'Running',
        initContainerStatuses: [done],
        containerStatuses: [running],
      }),
    ).toEqual(['1/1', 'Running', '2']));

  it('tell how far a start is, and why it stands still', () => {
    const waiting = (reason: string) => ({
      name: 'i',
      state: { waiting: { reason } },
    });
    expect(
      row({
        phase: 'Pending',
        initContainerStatuses: [waiting('PodInitializing')],
      })[1],
    ).toBe('Init:0/1');
    expect(
      row({
        phase: 'Pending',
        initContainerStatuses: [waiting('ImagePullBackOff')],
      })[1],
    ).toBe('Init:ImagePullBackOff');
    expect(row({ phase: 'Running' }, true)[1]).toBe('Terminating');
  });
});
