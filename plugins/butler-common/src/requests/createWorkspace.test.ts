import { createWorkspaceSchema } from './createWorkspace';

const spec = {
  clusterRef: { name: 'payments-dev' },
  image: 'ghcr.io/acme/go:1.24',
};

function refusals(request: unknown): string[] {
  const result = createWorkspaceSchema.safeParse(request);
  return result.success
    ? []
    : result.error.issues.map(({ path }) => path.join('.'));
}

describe('a request for a workspace', () => {
  it('needs a name, a cluster and an image', () => {
    expect(refusals({ name: 'api', spec })).toEqual([]);
    expect(refusals({}).sort()).toEqual(['name', 'spec']);
    expect(refusals({ name: 'api', spec: {} }).sort()).toEqual([
      'spec.clusterRef',
      'spec.image',
    ]);
  });

  it('takes all that a person decides about', () => {
    expect(
      refusals({
        name: 'api',
        template: { namespace: 'butler-system', name: 'go' },
        spec: {
          ...spec,
          repositories: [
            {
              url: 'https://git.example.com/a.git',
              branch: 'main',
              secretRef: { name: 'key' },
            },
            { url: 'git@git.example.com:b.git', name: 'b2' },
          ],
          resources: { cpu: '2', memory: '4Gi' },
          storageSize: '10Gi',
        },
      }),
    ).toEqual([]);
  });

  it('does not name the owner', () => {
    const result = createWorkspaceSchema.safeParse({
      name: 'api',
      spec: { ...spec, owner: 'me@example.com' },
    });
    expect(result.error?.issues).toMatchObject([
      {
        path: ['spec', 'owner'],
        message: expect.stringContaining('leave this out'),
      },
    ]);
  });

  it('has no fields of its own', () => {
    expect(refusals({ name: 'api', spec, status: {} })).toEqual(['']);
    expect(
      refusals({ name: 'api', spec: { ...spec, sshPublicKeys: [] } }),
    ).toEqual(['spec']);
    expect(refusals({ name: 'api', spec, metadata: { labels: {} } })).toEqual([
      '',
    ]);
  });

  it.each(['', '..', 'a/b', '%2e%2e', 'A', 'x'.repeat(57)])(
    'has no name like %j',
    name => {
      expect(refusals({ name, spec })).toContain('name');
    },
  );

  it('does not clone two repositories into one directory', () => {
    const repositories = [
      { url: 'https://git.example.com/a/api.git' },
      { url: 'https://git.example.com/b/api' },
    ];
    expect(refusals({ name: 'api', spec: { ...spec, repositories } })).toEqual([
      'spec.repositories.1.url',
    ]);
  });

  it('has 20 repositories at most', () => {
    const repositories = Array.from({ length: 21 }, (_, index) => ({
      url: `https://git.example.com/r${index}`,
    }));
    expect(refusals({ name: 'api', spec: { ...spec, repositories } })).toEqual([
      'spec.repositories',
    ]);
  });
});
