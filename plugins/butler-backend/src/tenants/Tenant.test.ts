import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClusterAccess } from '../kubernetes/ClusterAccess';
import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { PODS, SERVICES } from '../kubernetes/resourceTypes';
import { Tenant, TENANT_LIMITS, WORKSPACE_NAMESPACE } from './Tenant';

const KEY = { namespace: WORKSPACE_NAMESPACE, name: 'ws-api' };
const FAILURES_THAT_COUNT = 3;

it('is taken for gone when it takes requests and never answers, whatever is asked', async () => {
  let asked = 0;
  const server = createServer(() => {
    asked += 1;
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const access: ClusterAccess = {
    server: `http://127.0.0.1:${port}`,
    tls: {},
    headers: async () => ({}),
    forget() {},
  };
  const limits = { ...TENANT_LIMITS, timeLimitMs: 100 };
  const tenant = new Tenant(new KubernetesClient(access, limits), access);
  await Promise.all([
    expect(tenant.find(PODS, KEY)).rejects.toThrow(/in time/),
    expect(tenant.remove(SERVICES, KEY)).rejects.toThrow(/in time/),
    expect(
      tenant.log({ pod: 'ws-api', container: 'c', lines: 1, bytes: 1 }),
    ).rejects.toThrow(/in time/),
  ]);
  expect(asked).toBe(FAILURES_THAT_COUNT);
  await expect(tenant.find(PODS, KEY)).rejects.toThrow(/gone/);
  expect(asked).toBe(FAILURES_THAT_COUNT);
  await tenant.close();
  server.closeAllConnections();
  server.close();
});
