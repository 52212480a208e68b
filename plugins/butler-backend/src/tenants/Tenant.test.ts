import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClusterAccess } from '../kubernetes/ClusterAccess';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { PODS, SERVICES } from '../kubernetes/resourceTypes';
import { Tenant, TENANT_LIMITS, WORKSPACE_NAMESPACE } from './Tenant';

const KEY = { namespace: WORKSPACE_NAMESPACE, name: 'ws-api' };
const LATER = { ...KEY, name: 'ws-later' };

/** A server that takes requests and never answers. */
async function startSilent() {
  const paths: string[] = [];
  const server = createServer(({ url = '' }) => {
    paths.push(url);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const access: ClusterAccess = {
    server: `http://127.0.0.1:${port}`,
    tls: {},
    headers: async () => ({}),
    forget() {},
  };
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { access, paths, stop };
}

it('is taken for gone when it takes requests and never answers, whatever is asked', async () => {
  const { access, paths, stop } = await startSilent();
  const limits = { ...TENANT_LIMITS, timeLimitMs: 500 };
  const tenant = new Tenant(new KubernetesClient(access, limits), access);
  try {
    await Promise.all([
      expect(tenant.find(PODS, KEY)).rejects.toThrow(/in time/),
      expect(tenant.remove(SERVICES, KEY)).rejects.toThrow(/in time/),
      expect(
        tenant.log({ pod: 'ws-api', container: 'c', lines: 1, bytes: 1 }),
      ).rejects.toThrow(/in time/),
    ]);
    await expect(tenant.find(PODS, LATER)).rejects.toThrow(/gone/);
    expect(paths.join()).not.toContain(LATER.name);
  } finally {
    await tenant.close();
    stop();
  }
});
