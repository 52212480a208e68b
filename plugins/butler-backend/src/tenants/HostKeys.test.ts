import { mockServices } from '@backstage/backend-test-utils';
import { workspace } from '../__testUtils__/objects';
import type { ExecHandlers } from '../kubernetes/exec';
import { HostKeys } from './HostKeys';
import type { Tenant } from './Tenant';
import type { ClusterKey, TenantClients } from './TenantClients';

const KEYS: Record<string, string> = {
  'payments-dev':
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH4AEGE+UAt9NFvzwD/L5pEFnj7HdeCWE5tpOQR8dVKQ',
  'search-dev':
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINjYvI45UT+jhKsIFDN9q5wbhKjazEiFAaWN7U/wSbys',
};

/** Tenants that all say that their pod has the same uid. */
function clientsWith(asked: string[]): TenantClients {
  const use = async (
    { name }: ClusterKey,
    work: (tenant: Tenant) => Promise<unknown>,
  ) => {
    const exec = async (_: unknown, handlers: ExecHandlers) => {
      asked.push(name);
      handlers.onOutput(Buffer.from(KEYS[name]));
      handlers.onEnd(0);
      return { close() {} };
    };
    const find = async () => ({ metadata: { name: 'ws-api', uid: 'same' } });
    return work({ exec, find } as unknown as Tenant);
  };
  return { use } as unknown as TenantClients;
}

it('reads host keys once a pod, and believes no tenant about the pods of another', async () => {
  const asked: string[] = [];
  const hostKeys = new HostKeys(clientsWith(asked), mockServices.logger.mock());
  const keyOn = async (cluster: string) => {
    const { keys } = await hostKeys.of(workspace('api', { cluster }));
    return keys.map(({ publicKey }) => publicKey);
  };
  expect(await keyOn('payments-dev')).toEqual([KEYS['payments-dev']]);
  expect(await keyOn('search-dev')).toEqual([KEYS['search-dev']]);
  expect(await keyOn('payments-dev')).toEqual([KEYS['payments-dev']]);
  expect(asked).toEqual(['payments-dev', 'search-dev']);
});
