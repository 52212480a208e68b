import { editWorkspaceSchema } from './editWorkspace';

function refusals(request: unknown): string[] {
  const result = editWorkspaceSchema.safeParse(request);
  return result.success
    ? []
    : result.error.issues.map(({ path }) => path.join('.'));
}

describe('an edit of a workspace', () => {
  it.each([
    { image: 'go:1' },
    { repositories: [{ url: 'git@h:r' }] },
    { resources: { cpu: '4' } },
    { dotfiles: { installCommand: null } },
    { editorConfig: { neovimInitLua: null } },
    { idleTimeout: '2h', autoStopAfter: '0s', sshPublicKeys: [] },
    {
      repositories: null,
      envFrom: null,
      resources: null,
      dotfiles: null,
      idleTimeout: null,
      autoStopAfter: null,
      sshPublicKeys: null,
      editorConfig: null,
    },
  ])('may be %j: what is left out stays, null removes', spec => {
    expect(refusals({ spec })).toEqual([]);
    expect(editWorkspaceSchema.parse({ spec }).spec).toEqual(spec);
    expect(refusals({ metadata: { resourceVersion: '17' }, spec })).toEqual([]);
  });

  it.each([
    ['clusterRef', { name: 'other' }, /stays on its cluster/],
    ['owner', 'else@example.com', /stays with its owner/],
    ['storageSize', '20Gi', /keeps the size/],
    ['storageSize', null, /keeps the size/],
    ['repository', { url: 'git@h:r' }, /list/],
  ])('says why %s cannot be changed to %j', (field, value, words) => {
    const { error } = editWorkspaceSchema.safeParse({
      spec: { [field]: value },
    });
    expect(error?.issues).toMatchObject([
      { path: ['spec', field], message: expect.stringMatching(words) },
    ]);
  });

  it.each<[string, unknown]>([
    ['spec', {}],
    ['spec', { spec: {} }],
    ['spec.image', { spec: { image: null } }],
    ['spec.envFrom.name', { spec: { envFrom: { name: null } } }],
    ['spec.idleTimeout', { spec: { idleTimeout: '1d' } }],
    ['', { spec: { image: 'go:1' }, status: {} }],
    ['spec', { spec: { image: 'go:1', nodeName: 'x' } }],
    ['metadata', { metadata: { labels: {} }, spec: { image: 'go:1' } }],
    [
      'metadata.resourceVersion',
      { metadata: { resourceVersion: 7 }, spec: { image: 'go:1' } },
    ],
  ])('is refused at %j: %j', (path, request) => {
    expect(refusals(request)).toEqual([path]);
  });
});
