import { collectionPath, objectPath } from './paths';
import { PODS, TEAMS, WORKSPACES } from './resourceTypes';

describe('paths to Kubernetes', () => {
  it('names group, version, namespace, kind and object', () => {
    expect(objectPath(WORKSPACES, { namespace: 'payments', name: 'api' })).toBe(
      '/apis/butler.butlerlabs.dev/v1alpha1/namespaces/payments/workspaces/api',
    );
    expect(objectPath(PODS, { namespace: 'workspaces', name: 'ws-api' })).toBe(
      '/api/v1/namespaces/workspaces/pods/ws-api',
    );
    expect(objectPath(TEAMS, { name: 'payments' })).toBe(
      '/apis/butler.butlerlabs.dev/v1alpha1/teams/payments',
    );
    expect(collectionPath(WORKSPACES)).toBe(
      '/apis/butler.butlerlabs.dev/v1alpha1/workspaces',
    );
  });

  it.each(['', '.', '..', 'a/b', '%2e%2e', 'A', 'a b', 'a?b', 'a#b', 'a\n'])(
    'never holds %j as a name or namespace',
    bad => {
      expect(() =>
        objectPath(WORKSPACES, { namespace: 'payments', name: bad }),
      ).toThrow(/cannot be the name/);
      expect(() =>
        objectPath(WORKSPACES, { namespace: bad, name: 'api' }),
      ).toThrow(/cannot be the name/);
    },
  );

  it('refuses a namespaced kind without a namespace', () => {
    expect(() => objectPath(WORKSPACES, { name: 'api' })).toThrow(/namespace/);
  });
});
