import type {
  MetricAttributes,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { eventually } from './__testUtils__/eventually';
import { startPortal } from './__testUtils__/startPortal';
import type { Portal } from './__testUtils__/startPortal';

describe('the metrics', () => {
  let portal: Portal;
  const gauges = new Map<string, MetricsServiceObservableCallback>();
  const metrics = metricsServiceMock.mock({
    createObservableGauge: name => ({
      addCallback: callback =>
        gauges.set(name, callback as MetricsServiceObservableCallback),
      removeCallback() {},
    }),
  });

  beforeAll(async () => {
    portal = await startPortal({ features: [metrics.factory] });
  });
  afterAll(async () => portal.stop());

  async function read(name: string): Promise<[number, MetricAttributes?][]> {
    const values: [number, MetricAttributes?][] = [];
    await gauges.get(name)?.({ observe: (...value) => values.push(value) });
    return values;
  }

  it('say for each kind when it was last heard of', async () => {
    const ages = await read('butler.cache.last_event.age');
    expect(ages.map(([, labels]) => labels?.kind).sort()).toEqual([
      'teams',
      'tenantclusters',
      'users',
      'workspaces',
      'workspacetemplates',
    ]);
    for (const [seconds] of ages) {
      expect(seconds).toBeGreaterThanOrEqual(0);
      expect(seconds).toBeLessThan(60);
    }
  });

  it('count open streams', async () => {
    expect(await read('butler.streams.open')).toEqual([[0]]);
    const stream = await portal.as('developer').events();
    await stream.waitFor('state');
    expect(await read('butler.streams.open')).toEqual([[1]]);
    stream.close();
    await eventually(async () =>
      expect(await read('butler.streams.open')).toEqual([[0]]),
    );
    expect(await read('butler.terminals.open')).toEqual([[0]]);
  });

  it('say that the management cluster is gone', async () => {
    const management = { cluster: 'management' };
    const tenant = { cluster: 'tenant' };
    const name = 'butler.clusters.unreachable';
    expect(await read(name)).toEqual([
      [0, management],
      [0, tenant],
    ]);
    await portal.sandbox.faults.goAway();
    await eventually(async () =>
      expect(await read(name)).toEqual([
        [1, management],
        [0, tenant],
      ]),
    );
    await portal.sandbox.faults.comeBack();
    await eventually(async () =>
      expect(await read(name)).toEqual([
        [0, management],
        [0, tenant],
      ]),
    );
    expect(await read('butler.requests.waiting')).toEqual([
      [0, management],
      [0, tenant],
    ]);
  });
});
