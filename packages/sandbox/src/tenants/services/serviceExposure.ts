import { Objects } from '../../apiserver/objects';
import { Store } from '../../apiserver/storage/store';
import { isObject, JsonObject, KubeObject } from '../../apiserver/types';
import { WORKSPACE_LABEL } from '../../names';
import { Pace } from '../../runtime/pace';
import { keySecretOf, Pod, podOf } from '../pods/pod';
import { SshServer } from '../ssh/sshServer';

/** What the exposure of services needs of the rest of the node. */
export interface ExposureTools {
  store: Store;
  objects: Objects;
  pace: Pace;
  /** How long a load balancer takes, in milliseconds. */
  delay: number;
  nextAddress(): string;
  /** Opens the SSH server of a workspace's pod; undefined when shells are off. */
  openSsh?: (pod: Pod) => Promise<SshServer>;
  /** Looks at a service again, in a while. */
  lookAgain(key: string): void;
  report(key: string, error: unknown): void;
}

/** An SSH server on its way or there, and the pod that it leads to. */
interface OpenServer {
  podUid: string;
  server?: SshServer;
}

function fits(selector: unknown, { metadata }: KubeObject): boolean {
  return (
    isObject(selector) &&
    Object.entries(selector).every(
      ([label, value]) => metadata.labels?.[label] === value,
    )
  );
}

function isForWorkspace({ spec }: KubeObject): boolean {
  return isObject(spec?.selector) && WORKSPACE_LABEL in spec.selector;
}

/**
 * Gives services of type LoadBalancer their addresses. One that leads to a workspace's pod gets an SSH server on
 * loopback, which lives as long as service and pod do; others get an address that leads nowhere.
 */
export class ServiceExposure {
  private readonly servers = new Map<string, OpenServer>();

  constructor(private readonly tools: ExposureTools) {}

  /** Brings one service nearer to what it should be; answers after how many milliseconds to look again. */
  look(key: string): number | undefined {
    const { objects, pace, delay } = this.tools;
    const [namespace, name] = key.split('/');
    const service = objects.get('services', { namespace, name });
    if (service?.spec?.type !== 'LoadBalancer') {
      this.close(key);
      return undefined;
    }
    const pod = this.podBehind(service);
    const withSsh = this.tools.openSsh && pod && keySecretOf(pod);
    if (this.servers.get(key)?.podUid !== (withSsh && pod.metadata.uid)) {
      this.close(key);
    }
    if (this.servers.has(key)) return undefined;
    if (!withSsh && service.status?.loadBalancer) return undefined;
    if (this.tools.openSsh && !withSsh && isForWorkspace(service)) {
      // Its address comes with its pod.
      return undefined;
    }
    const left = pace.remaining(`services/${key}`, 'expose', delay);
    if (left > 0) return left;
    if (withSsh) this.open(key, pod);
    else this.publish(key, { ip: this.tools.nextAddress() });
    return undefined;
  }

  /** The services that lead to a pod, by their keys. */
  servicesOf(pod: KubeObject): string[] {
    return this.tools.store
      .collection('services.')
      .list(pod.metadata.namespace)
      .filter(({ spec }) => fits(spec?.selector, pod))
      .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  }

  async stop(): Promise<void> {
    const open = [...this.servers.values()];
    this.servers.clear();
    await Promise.all(open.map(({ server }) => server?.close()));
  }

  private podBehind(service: KubeObject): Pod | undefined {
    // Without copies: there may be thousands.
    const found = this.tools.store
      .collection('pods.')
      .list(service.metadata.namespace)
      .find(
        pod =>
          pod.status?.phase === 'Running' &&
          !pod.metadata.deletionTimestamp &&
          fits(service.spec?.selector, pod),
      );
    return found && podOf(found);
  }

  private open(key: string, pod: Pod): void {
    const { openSsh, report, lookAgain } = this.tools;
    const entry: OpenServer = { podUid: pod.metadata.uid };
    this.servers.set(key, entry);
    openSsh?.(pod)
      .then(server => {
        if (this.servers.get(key) !== entry) return server.close();
        entry.server = server;
        this.publish(key, {
          ip: '127.0.0.1',
          ports: [{ port: server.port, protocol: 'TCP' }],
        });
        return undefined;
      })
      .catch(error => {
        this.servers.delete(key);
        report(`services/${key}`, error);
        lookAgain(key);
      });
  }

  private publish(key: string, ingress: JsonObject): void {
    const [namespace, name] = key.split('/');
    this.tools.objects.patch(
      'services',
      { namespace, name },
      { status: { loadBalancer: { ingress: [ingress] } } },
      'status',
    );
  }

  private close(key: string): void {
    const entry = this.servers.get(key);
    this.servers.delete(key);
    entry?.server
      ?.close()
      .catch(error => this.tools.report(`services/${key}`, error));
  }
}
