import { providerGroupRef, readProviderGroups } from './providerGroups';

describe('the groups that an identity provider has named', () => {
  it.each(['payments-devs', 'CN=devs,OU=a/b', 'Entwickler Süd', '100%'])(
    'come through the token: %s',
    name => {
      const group = { provider: 'corporate', name };
      expect(readProviderGroups([providerGroupRef(group)])).toEqual([group]);
    },
  );

  it.each([
    'group:default/devs',
    'group:identityprovidergroup/devs',
    'identityprovidergroup:corporate',
    'identityprovidergroup:/devs',
    'identityprovidergroup:corporate/',
    'identityprovidergroup:corporate/a/b',
    'identityprovidergroup:corporate/%zz',
    'IdentityProviderGroup:corporate/devs',
  ])('are not read from %s', ref => {
    expect(readProviderGroups([ref])).toEqual([]);
  });
});
