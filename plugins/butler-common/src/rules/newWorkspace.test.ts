import { newWorkspace, ownerLabel } from './newWorkspace';

const membership = {
  team: 'payments',
  displayName: 'Payments',
  namespace: 'payments-ns',
  role: 'operator' as const,
};
const spec = { clusterRef: { name: 'payments-dev' }, image: 'go:1' };

describe('a new workspace', () => {
  it('belongs to who asks for it, in the namespace of the team', () => {
    const request = {
      name: 'api',
      template: { namespace: 'butler-system', name: 'go' },
      spec,
    };
    expect(newWorkspace(request, 'Dev@example.com', membership)).toEqual({
      apiVersion: 'butler.butlerlabs.dev/v1alpha1',
      kind: 'Workspace',
      metadata: {
        name: 'api',
        namespace: 'payments-ns',
        labels: {
          'butler.butlerlabs.dev/team': 'payments',
          'butler.butlerlabs.dev/tenant': 'payments-dev',
          'butler.butlerlabs.dev/workspace-owner':
            ownerLabel('dev@example.com'),
          'app.kubernetes.io/managed-by': 'butler',
        },
        annotations: {
          'butler.butlerlabs.dev/created-by': 'Dev@example.com',
          'butler.butlerlabs.dev/template': 'butler-system/go',
        },
      },
      spec: { ...spec, owner: 'Dev@example.com' },
    });
  });

  it('has a valid label for its owner, the same for every spelling', () => {
    expect(ownerLabel(' DEV@example.com')).toBe(ownerLabel('dev@example.com'));
    expect(ownerLabel('dev@example.com')).toMatch(/^[0-9a-f]{63}$/);
  });
});
