import { randomBytes } from 'node:crypto';
import { ApiServer } from './apiserver/apiServer';
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

/** Creates namespaces. */
export function createNamespaces(objects: Objects, names: string[]): void {
  for (const name of names) {
    objects.create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
  }
}

/** Makes the API server of the management cluster; unless it is to be empty, with Butler's kinds installed. */
export async function makeManagementCluster(options: {
  empty: boolean;
  now: () => Date;
}): Promise<ApiServer> {
  const server = await ApiServer.create({
    name: 'butler-sandbox',
    token: makeToken(),
    builtIns: MANAGEMENT_BUILT_INS,
    customResources: true,
    now: options.now,
  });
  const objects = objectsOf(server);
  createNamespaces(objects, SYSTEM_NAMESPACES);
  if (!options.empty) {
    readCrdManifests().forEach(manifest =>
      objects.create('customresourcedefinitions', manifest),
    );
    createNamespaces(objects, ['butler-system']);
  }
  return server;
}
