import { mockServices } from '@backstage/backend-test-utils';
import { user } from '../../__testUtils__/objects';
import { ButlerCache } from '../../cache/ButlerCache';
import type { KubernetesClient } from '../../kubernetes/KubernetesClient';
import { TeamDirectory } from '../TeamDirectory';
import { registerPermissions } from './registerPermissions';

const EMAIL = 'developer@example.com';
const PUBLIC_KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH4AEGE+UAt9NFvzwD/L5pEFnj7HdeCWE5tpOQR8dVKQ';
const FINGERPRINT = 'SHA256:ZyiLe+pi6T33pXkGNMbbexCaz8UFDbv1W6rotzeC1b8';

describe('what Backstage is told of', () => {
  it('has the keys that Butler has written no fingerprint for', async () => {
    const cache = new ButlerCache(
      // Nothing is followed here.
      {} as KubernetesClient,
      mockServices.logger.mock(),
    );
    const sshKeys = [{ name: 'laptop', publicKey: PUBLIC_KEY }];
    cache.users.store.scope().replace([user(EMAIL, { sshKeys })], '1');
    const registry = mockServices.permissionsRegistry.mock();
    registerPermissions(registry, cache, () => new TeamDirectory([]));
    const [keys] = registry.addResourceType.mock.calls
      .map(([type]) => type)
      .filter(type => type.resourceRef.resourceType === 'butler-ssh-key');
    const found = await keys.getResources?.([
      `${EMAIL}/${FINGERPRINT}`,
      `${EMAIL}/SHA256:other`,
    ]);
    expect(found).toEqual([{ owner: EMAIL }, undefined]);
  });
});
