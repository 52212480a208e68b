import { ApiServer } from '../apiserver/apiServer';
import { startRbac } from '../apiserver/auth/rbac/startRbac';
import { Objects, objectsOf } from '../apiserver/objects';
import { TENANT_BUILT_INS } from '../apiserver/registry/tenantBuiltIns';
import { Journal, keep } from '../apiserver/storage/journal';
import { ObjectKey } from '../apiserver/types';
import { Clock } from '../runtime/clock';
import { Delays } from '../runtime/delays';
import { TENANT_NAMESPACE } from '../names';
import { tokenKubeconfig } from '../kubeconfig';
import {
  createNamespaces,
  listenAsBefore,
  makeToken,
  SYSTEM_NAMESPACES,
} from '../managementCluster';
import { gitConfiguration } from './init/gitConfiguration';
import { PodLogs } from './logs/podLogs';
import { metricsResources } from './metrics/metrics';
import { graceSeconds } from './pods/graceSeconds';
import { podSubresources } from './podSubresources';
import { Quotas } from './quota/quotas';
import { DataFolder, VolumeFolders } from './shells/folders';
import { PodShells } from './shells/podShells';
import { TenantNode } from './tenantNode';

/** How the tenant clusters run. */
export interface TenantOptions {
  clock: Clock;
  delays: Delays;
  report: (key: string, error: unknown) => void;
  /** Where volumes are; undefined turns shells off. */
  data?: DataFolder;
  /** Beginnings of repository URLs, and what git takes instead of them. */
  gitMappings?: Record<string, string>;
}

/** A running tenant cluster. */
export interface Tenant {
  server: ApiServer;
  objects: Objects;
  url: string;
  kubeconfig: string;
  node: TenantNode;
  logs: PodLogs;
}

/** Addresses of pods, one after the other. */
function makePodAddresses(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `10.244.${Math.floor(last / 254) % 256}.${(last % 254) + 1}`;
  };
}

function makeShells(
  { data, gitMappings = {} }: TenantOptions,
  { namespace = '', name }: ObjectKey,
  objects: Objects,
): PodShells | undefined {
  if (!data) return undefined;
  const folders = new VolumeFolders(data, { namespace, name });
  return new PodShells(folders, objects, gitConfiguration(gitMappings));
}

/** Starts the API server of a tenant cluster, and the node that runs its pods. */
export async function startTenant(
  cluster: ObjectKey,
  options: TenantOptions & {
    journal?: Journal;
    nextAddress: () => string;
  },
): Promise<Tenant> {
  const { clock, delays, report, journal, nextAddress } = options;
  const { name } = cluster;
  const now = () => clock.now();
  const server = await ApiServer.create({
    name,
    token: await keep(journal, 'token', makeToken),
    builtIns: TENANT_BUILT_INS,
    customResources: false,
    now,
    journal,
  });
  const objects = objectsOf(server);
  const logs = new PodLogs(() => now().getTime());
  const shells = makeShells(options, cluster, objects);
  const quotas = new Quotas(server.store);
  const { registry } = server;
  registry.register({
    ...registry.byPlural('pods'),
    subresources: podSubresources(server, { logs, shells, now }),
    admit: pod => quotas.admit(pod, 'pods'),
    graceSeconds,
  });
  registry.register({
    ...registry.byPlural('persistentvolumeclaims'),
    admit: claim => quotas.admit(claim, 'persistentvolumeclaims'),
  });
  metricsResources(server.store, now).forEach(metrics =>
    registry.register(metrics),
  );
  startRbac(server);
  await listenAsBefore(server.listener, 0, journal);
  createNamespaces(objects, [...SYSTEM_NAMESPACES, TENANT_NAMESPACE]);
  const { url } = server.listener;
  const node = new TenantNode({
    store: server.store,
    objects,
    clock,
    delays,
    logs,
    shells,
    quotas,
    nextAddress,
    nextPodAddress: makePodAddresses(),
    report,
  });
  return {
    server,
    objects,
    url,
    node,
    logs,
    kubeconfig: tokenKubeconfig(server, name),
  };
}
