import { Objects } from '../apiserver/objects';
import { Store } from '../apiserver/storage/store';
import { StoreEvent } from '../apiserver/storage/watchHistory';
import { KubeObject } from '../apiserver/types';
import { Clock } from '../runtime/clock';
import { Delays } from '../runtime/delays';
import { Pace } from '../runtime/pace';
import { WorkQueue } from '../runtime/workQueue';
import { PodLogs } from './logs/podLogs';
import { Pod } from './pods/pod';
import { PodRunner } from './pods/podRunner';
import { ServiceExposure } from './services/serviceExposure';
import { counts } from './quota/usage';
import { Quotas } from './quota/quotas';
import { PodShells } from './shells/podShells';
import { openWorkspaceSsh } from './ssh/openWorkspaceSsh';

const RETRY = 1_000;

/** What a node works with. */
export interface NodeTools {
  store: Store;
  objects: Objects;
  clock: Clock;
  delays: Delays;
  logs: PodLogs;
  /** Undefined when shells are off. */
  shells?: PodShells;
  quotas: Quotas;
  nextAddress(): string;
  nextPodAddress(): string;
  report(key: string, error: unknown): void;
}

function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace}/${metadata.name}`;
}

/** What runs a tenant cluster's pods and gives its services addresses: scheduler, kubelet and cloud provider in one. */
export class TenantNode {
  private readonly pods: WorkQueue;
  private readonly services: WorkQueue;
  private readonly quotas: WorkQueue;
  private readonly runner: PodRunner;
  private readonly exposure: ServiceExposure;
  private readonly unsubscribe: (() => void)[];

  constructor(private readonly tools: NodeTools) {
    const { clock, delays, logs, shells, objects, report, store } = tools;
    const pace = new Pace(clock);
    this.runner = new PodRunner({
      ...tools,
      pace,
      delay: delays.pod,
      lookAgain: key => this.pods.add(key),
    });
    this.exposure = new ServiceExposure({
      ...tools,
      pace,
      delay: delays.loadBalancer,
      ...(shells && {
        openSsh: (pod: Pod) => openWorkspaceSsh(pod, { shells, objects, logs }),
      }),
      lookAgain: key => this.services.addAfter(key, RETRY),
    });
    this.pods = new WorkQueue(clock, key => this.runner.look(key), report);
    this.services = new WorkQueue(
      clock,
      key => this.exposure.look(key),
      report,
    );
    this.quotas = new WorkQueue(
      clock,
      key => {
        const [namespace, name] = key.split('/');
        tools.quotas.writeStatus(objects, { namespace, name });
        return undefined;
      },
      report,
    );
    const watch = (plural: string, listener: (event: StoreEvent) => void) =>
      store.subscribe(`${plural}.`, event => {
        if (event.type === 'DELETED') {
          pace.forget(`${plural}/${keyOf(event.object)}`);
        }
        listener(event);
      });
    this.unsubscribe = [
      watch('pods', event => this.onPod(event)),
      watch('services', ({ object }) => this.services.add(keyOf(object))),
      watch('persistentvolumeclaims', event => this.onClaim(event)),
      watch('resourcequotas', ({ type, object }) => {
        if (type !== 'DELETED') this.quotas.add(keyOf(object));
      }),
    ];
    this.resume();
  }

  async stop(): Promise<void> {
    this.unsubscribe.forEach(stop => stop());
    this.pods.stop();
    this.services.stop();
    this.quotas.stop();
    await this.exposure.stop();
    await this.tools.shells?.stop();
  }

  /** Takes up what was left when the sandbox ended: an address with nobody behind it, a pod on its way. */
  private resume(): void {
    const { store } = this.tools;
    store
      .collection('services.')
      .list()
      .forEach(service => this.services.add(keyOf(service)));
    store
      .collection('pods.')
      .list()
      .filter(pod => pod.status?.phase !== 'Running')
      .forEach(pod => this.pods.add(keyOf(pod)));
  }

  private onPod({ type, object, previous }: StoreEvent): void {
    if (type !== 'MODIFIED' || counts(object) !== counts(previous ?? object)) {
      this.count(object.metadata.namespace);
    }
    if (type === 'DELETED') this.runner.forget(object);
    else this.pods.add(keyOf(object));
    this.exposure.servicesOf(object).forEach(key => this.services.add(key));
  }

  /** What is taken of the quotas of a namespace has changed. */
  private count(namespace: string | undefined): void {
    this.tools.store
      .collection('resourcequotas.')
      .list(namespace)
      .forEach(quota => this.quotas.add(keyOf(quota)));
  }

  private onClaim({ type, object }: StoreEvent): void {
    this.count(object.metadata.namespace);
    if (type !== 'DELETED') return;
    this.tools.shells
      ?.removeVolume(object.metadata)
      .catch(error => this.tools.report(keyOf(object), error));
  }
}
