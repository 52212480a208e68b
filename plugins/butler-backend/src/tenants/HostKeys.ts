import { parseSshPublicKey } from '@butler-portal/plugin-butler-common';
import type {
  SshPublicKey,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { PODS } from '../kubernetes/resourceTypes';
import type { Pod } from './podTypes';
import { runInPod } from './runInPod';
import type { Tenant } from './Tenant';
import { WORKSPACE_NAMESPACE as namespace } from './Tenant';
import type { TenantClients } from './TenantClients';
import { clusterOf, tenantNames, WORKSPACE_CONTAINER } from './tenantNames';

const COMMAND = [
  'sh',
  '-c',
  'cat "${SSH_HOST_KEY_DIR:-/etc/ssh}"/ssh_host_*_key.pub',
];
const LIMITS = { bytes: 16 * 1024, timeoutMs: 5_000 };
const MAX_KEYS = 8;
const MAX_KNOWN = 10_000;

/** The host keys, or why they are not known. */
export type HostKeyAnswer =
  | { keys: SshPublicKey[]; missing?: undefined }
  | { keys: []; missing: string };

/** Takes what are keys, each line by itself: the rest of what a pod prints is nobody's word. */
export function parseHostKeys(output: string): SshPublicKey[] {
  return output
    .split('\n')
    .flatMap(line => parseSshPublicKey(line).key ?? [])
    .slice(0, MAX_KEYS);
}

/**
 * The host keys of workspaces, read inside their pods over the Kubernetes API: the one way to them that
 * nobody between a person and the pod can tamper with.
 */
export class HostKeys {
  /**
   * By cluster and uid of the pod: a pod keeps its keys. Not by uid alone, which is the tenant's word and could name
   * another tenant's pod.
   */
  readonly #known = new Map<string, SshPublicKey[]>();

  constructor(
    private readonly clients: TenantClients,
    private readonly logger: LoggerService,
  ) {}

  /** Never throws: that keys are missing must not hide how to connect. */
  async of(workspace: Workspace): Promise<HostKeyAnswer> {
    try {
      const keys = await this.clients.use(clusterOf(workspace), tenant =>
        this.#read(tenant, workspace),
      );
      if (keys.length > 0) return { keys };
      return {
        keys: [],
        missing:
          'The SSH server of the workspace has no host keys in /etc/ssh, or the image says nothing of them in SSH_HOST_KEY_DIR. Ask whoever makes the image.',
      };
    } catch (error) {
      const { name } = workspace.metadata;
      this.logger.warn(`Cannot read the host keys of ${name}: ${error}`);
      return {
        keys: [],
        missing:
          'The host keys could not be read from the workspace’s pod. Try again in a moment; if this stays, ask a platform admin to look at the cluster.',
      };
    }
  }

  async #read(tenant: Tenant, workspace: Workspace): Promise<SshPublicKey[]> {
    const { pod: name } = tenantNames(workspace);
    const pod = await tenant.find<Pod>(PODS, { namespace, name });
    const uid = pod?.metadata.uid;
    if (!uid) throw new Error('there is no pod');
    const cluster = clusterOf(workspace);
    const id = `${cluster.namespace}/${cluster.name}/${uid}`;
    const known = this.#known.get(id);
    if (known) return known;
    const request = {
      pod: name,
      container: WORKSPACE_CONTAINER,
      command: COMMAND,
    };
    const keys = parseHostKeys(await runInPod(tenant, request, LIMITS));
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    // An SSH server that starts may make its keys in a moment.
    if (keys.length > 0) this.#known.set(id, keys);
    return keys;
  }
}
