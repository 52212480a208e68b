import { groupBaseName } from './groupNames';

describe('the base name of a group', () => {
  it.each([
    ['Payments-Devs', 'payments-devs'],
    ['payments-devs@example.com', 'payments-devs'],
    ['CN=Payments-Devs,OU=Groups,DC=example,DC=com', 'payments-devs'],
    ['cn=payments-devs', 'payments-devs'],
    ['CN=Doe\\, Jane,OU=Groups', 'doe, jane'],
    ['OU=payments-devs,DC=example', 'ou=payments-devs,dc=example'],
    ['@example.com', '@example.com'],
    ['', ''],
  ])('of %j is %j', (group, name) => {
    expect(groupBaseName(group)).toBe(name);
  });
});
