import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { IdentityResolver } from './IdentityResolver';
import { providerGroupRef } from './providerGroups';

const REF = 'user:default/developer';

function resolverWith(entity: object | undefined) {
  const getEntityByRef = jest.fn(async () => entity);
  const catalog = catalogServiceMock.mock({
    getEntityByRef: getEntityByRef as never,
  });
  const resolver = new IdentityResolver(
    mockServices.auth(),
    mockServices.userInfo({
      ownershipEntityRefs: [
        REF,
        // The sign-in's copy of the catalog, which may be old.
        'group:default/once',
        providerGroupRef({ provider: 'corporate', name: 'CN=devs' }),
      ],
    }),
    catalog,
  );
  return { resolver, getEntityByRef };
}

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'developer' },
  spec: { profile: { email: ' developer@example.com ' } },
  relations: [
    { type: 'memberOf', targetRef: 'group:default/payments-devs' },
    { type: 'ownerOf', targetRef: 'group:default/others' },
    { type: 'memberOf', targetRef: 'system:default/no-group' },
  ],
};

describe('IdentityResolver', () => {
  it('takes e-mail and groups from the catalog, and asks it once', async () => {
    const { resolver, getEntityByRef } = resolverWith(entity);
    const credentials = mockCredentials.user(REF);
    const [identity] = await Promise.all([
      resolver.resolve(credentials),
      resolver.resolve(credentials),
    ]);
    expect(identity).toEqual({
      userEntityRef: REF,
      email: 'developer@example.com',
      groups: ['payments-devs'],
      providerGroups: [{ provider: 'corporate', name: 'CN=devs' }],
    });
    expect(getEntityByRef).toHaveBeenCalledTimes(1);
  });

  it.each([
    undefined,
    { ...entity, spec: {} },
    { ...entity, spec: { profile: { email: 7 } } },
  ])('finds no e-mail in %j', async found => {
    const { resolver } = resolverWith(found);
    const identity = await resolver.resolve(mockCredentials.user(REF));
    expect(identity.email).toBeUndefined();
  });

  it('asks again after the catalog has failed', async () => {
    const { resolver, getEntityByRef } = resolverWith(entity);
    getEntityByRef.mockRejectedValueOnce(new Error('down'));
    const credentials = mockCredentials.user(REF);
    await expect(resolver.resolve(credentials)).rejects.toThrow('down');
    expect((await resolver.resolve(credentials)).email).toBeDefined();
  });
});
