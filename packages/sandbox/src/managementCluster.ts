import { randomBytes } from 'node:crypto';
import { ApiServer } from './apiserver/apiServer';
import { startRbac } from './apiserver/auth/rbac/startRbac';
import { Listener } from './apiserver/http/listener';
import { Journal, keep } from './apiserver/storage/journal';
import { readCrdManifests } from './apiserver/crdManifests';
import { Objects, objectsOf } from './apiserver/objects';
import { MANAGEMENT_BUILT_INS } from './apiserver/registry/managementBuiltIns';

/** The namespaces that every Kubernetes cluster has. */
export const SYSTEM_NAMESPACES = [
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
];

/** A token that nobody can guess. */
export function makeToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Creates the namespaces that are missing. */
export function createNamespaces(objects: Objects, names: string[]): void {
  for (const name of names) {
    if (objects.get('namespaces', { name })) continue;
    objects.create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
  }
}

/**
 * Listens on a port; with a journal, 0 is the port that the server had before, as long as nobody else took it: kubeconfigs
 * stay valid.
 */
export async function listenAsBefore(
  listener: Listener,
  port: number,
  journal: Journal | undefined,
): Promise<void> {
  const before = journal?.recall<number>('port') ?? 0;
  try {
    await listener.listen(port || before);
  } catch (error) {
    if (port || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') {
      throw error;
    }
    await listener.listen(0);
  }
  journal?.remember('port', listener.port);
}

/** Makes the API server of the management cluster; unless it is to be empty, with Butler's kinds installed. */
export async function makeManagementCluster(options: {
  empty: boolean;
  now: () => Date;
  journal?: Journal;
}): Promise<ApiServer> {
  const server = await ApiServer.create({
    name: 'butler-sandbox',
    token: await keep(options.journal, 'token', makeToken),
    builtIns: MANAGEMENT_BUILT_INS,
    customResources: true,
    now: options.now,
    journal: options.journal,
  });
  const objects = objectsOf(server);
  startRbac(server);
  createNamespaces(objects, SYSTEM_NAMESPACES);
  if (!options.empty) {
    readCrdManifests()
      .filter(
        ({ metadata }) => !objects.get('customresourcedefinitions', metadata),
      )
      .forEach(manifest =>
        objects.create('customresourcedefinitions', manifest),
      );
    createNamespaces(objects, ['butler-system']);
  }
  return server;
}
