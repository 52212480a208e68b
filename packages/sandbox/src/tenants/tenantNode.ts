import { Objects } from '../apiserver/objects';
import { Store } from '../apiserver/storage/store';
import { KubeObject } from '../apiserver/types';
import { timestamp } from '../apiserver/rest/metadata';
import { Clock } from '../controllers/clock';
import { Delays } from '../controllers/delays';
import { Pace } from '../controllers/pace';
import { WorkQueue } from '../controllers/workQueue';

/** What runs a tenant cluster's pods and gives its services addresses: kubelet and cloud provider in one. */
export class TenantNode {
  private readonly pace: Pace;
  private readonly pods: WorkQueue;
  private readonly services: WorkQueue;
  private readonly unsubscribe: (() => void)[];

  constructor(
    store: Store,
    private readonly objects: Objects,
    private readonly clock: Clock,
    private readonly delays: Delays,
    private readonly nextAddress: () => string,
    report: (key: string, error: unknown) => void,
  ) {
    this.pace = new Pace(clock);
    this.pods = new WorkQueue(clock, key => this.runPod(key), report);
    this.services = new WorkQueue(
      clock,
      key => this.exposeService(key),
      report,
    );
    const watch = (resource: string, queue: WorkQueue) =>
      store.subscribe(`${resource}.`, ({ type, object }) => {
        const key = `${object.metadata.namespace}/${object.metadata.name}`;
        if (type === 'DELETED') this.pace.forget(`${resource}/${key}`);
        else queue.add(key);
      });
    this.unsubscribe = [
      watch('pods', this.pods),
      watch('services', this.services),
    ];
  }

  stop(): void {
    this.unsubscribe.forEach(stop => stop());
    this.pods.stop();
    this.services.stop();
  }

  private find(resource: string, key: string): KubeObject | undefined {
    const [namespace, name] = key.split('/');
    return this.objects.get(resource, { namespace, name });
  }

  private runPod(key: string): number | undefined {
    const pod = this.find('pods', key);
    if (!pod || pod.status?.phase === 'Running') return undefined;
    if (!pod.status?.phase) {
      this.objects.patch(
        'pods',
        pod.metadata,
        { status: { phase: 'Pending' } },
        'status',
      );
      return undefined;
    }
    if (pod.status.phase !== 'Pending') return undefined;
    const left = this.pace.remaining(`pods/${key}`, 'run', this.delays.pod);
    if (left > 0) return left;
    const startedAt = timestamp(this.clock.now());
    this.objects.patch(
      'pods',
      pod.metadata,
      {
        status: {
          phase: 'Running',
          startTime: startedAt,
          conditions: [
            { type: 'Ready', status: 'True', lastTransitionTime: startedAt },
          ],
          containerStatuses: [
            {
              name: 'workspace',
              ready: true,
              started: true,
              restartCount: 0,
              state: { running: { startedAt } },
            },
          ],
        },
      },
      'status',
    );
    return undefined;
  }

  private exposeService(key: string): number | undefined {
    const service = this.find('services', key);
    if (
      service?.spec?.type !== 'LoadBalancer' ||
      service.status?.loadBalancer
    ) {
      return undefined;
    }
    const left = this.pace.remaining(
      `services/${key}`,
      'expose',
      this.delays.loadBalancer,
    );
    if (left > 0) return left;
    this.objects.patch(
      'services',
      service.metadata,
      { status: { loadBalancer: { ingress: [{ ip: this.nextAddress() }] } } },
      'status',
    );
    return undefined;
  }
}
