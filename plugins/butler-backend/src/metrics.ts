import type {
  MetricAttributes,
  MetricsService,
} from '@backstage/backend-plugin-api/alpha';
import type { ButlerCache } from './cache/ButlerCache';
import type { KubernetesClient } from './kubernetes/KubernetesClient';
import type { EventHub } from './stream/EventHub';
import type { TenantClients } from './tenants/TenantClients';
import type { TerminalServer } from './terminal/TerminalServer';

/** What is measured. */
export interface Measured {
  cache: Pick<ButlerCache, 'lastHeard'>;
  /** Of the management cluster. */
  client: Pick<KubernetesClient, 'gone' | 'waiting'>;
  clients: Pick<TenantClients, 'load'>;
  hub: Pick<EventHub, 'open'>;
  terminals: Pick<TerminalServer, 'open'>;
}

type Value = [value: number, attributes?: MetricAttributes];

/**
 * Gauges for operators; the README says what each is for. Their labels are kinds and `management` or `tenant`: with
 * names of people, teams or clusters there would be a time series for each.
 */
export function measure(
  metrics: MetricsService,
  { cache, client, clients, hub, terminals }: Measured,
): void {
  const gauge = (
    name: string,
    unit: string,
    description: string,
    values: () => Value[],
  ) =>
    metrics
      .createObservableGauge(name, { unit, description })
      .addCallback(result => {
        for (const value of values()) result.observe(...value);
      });

  gauge(
    'butler.cache.last_event.age',
    's',
    'Time since the management cluster was last heard of about a kind',
    () =>
      [...cache.lastHeard()].map(([kind, at]) => [
        (Date.now() - Number(at)) / 1000,
        { kind },
      ]),
  );
  gauge('butler.streams.open', '{stream}', 'Open event streams', () => [
    [hub.open],
  ]);
  gauge('butler.terminals.open', '{terminal}', 'Open terminals', () => [
    [terminals.open],
  ]);
  gauge(
    'butler.requests.waiting',
    '{request}',
    'Requests to Kubernetes that wait for their turn',
    () => [
      [client.waiting, { cluster: 'management' }],
      [clients.load.waiting, { cluster: 'tenant' }],
    ],
  );
  gauge(
    'butler.clusters.unreachable',
    '{cluster}',
    'Clusters whose API server counts as gone',
    () => [
      [client.gone ? 1 : 0, { cluster: 'management' }],
      [clients.load.gone, { cluster: 'tenant' }],
    ],
  );
}
