import { SSH_KEY_VECTORS } from '../rules/__testUtils__/sshKeyVectors';
import { createWorkspaceSchema } from './createWorkspace';

/** Of nothing: `tar czf - -T /dev/null | base64 -w0`. */
const ARCHIVE =
  'H4sIAAAAAAAAA+3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAKAAA';

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
          envFrom: {
            kind: 'StatefulSet',
            name: 'orders.v2',
            namespace: 'shop',
            container: 'app',
          },
          resources: { cpu: '2', memory: '4Gi' },
          dotfiles: { url: 'git@git.example.com:dots', installCommand: 'make' },
          idleTimeout: '90m',
          autoStopAfter: '0s',
          storageSize: '10Gi',
          sshPublicKeys: [`${SSH_KEY_VECTORS[0].publicKey} laptop`],
          editorConfig: {
            neovimConfigRepo: 'https://git.example.com/nvim',
            neovimInitLua: 'vim.opt.number = true\n',
            neovimConfigArchive: ARCHIVE,
          },
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
      refusals({ name: 'api', spec: { ...spec, nodeSelector: {} } }),
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

  it.each<[string, object]>([
    ['spec.envFrom.name', { envFrom: { name: '../x' } }],
    ['spec.envFrom.kind', { envFrom: { name: 'a', kind: 'Pod' } }],
    ['spec.envFrom', { envFrom: { name: 'a', token: 'x' } }],
    ['spec.resources.cpu', { resources: { cpu: '-1' } }],
    ['spec.resources.memory', { resources: { memory: '4 Gi' } }],
    ['spec.dotfiles.url', { dotfiles: { url: 'file:///etc' } }],
    [
      'spec.dotfiles.installCommand',
      { dotfiles: { url: 'git@h:d', installCommand: 'a\0b' } },
    ],
    [
      'spec.dotfiles.installCommand',
      { dotfiles: { url: 'git@h:d', installCommand: 'x'.repeat(1001) } },
    ],
    ['spec.idleTimeout', { idleTimeout: '0s' }],
    ['spec.idleTimeout', { idleTimeout: '1d' }],
    ['spec.autoStopAfter', { autoStopAfter: '-1h' }],
    ['spec.storageSize', { storageSize: '0' }],
    ['spec.sshPublicKeys.0', { sshPublicKeys: ['ssh-rsa AAAA'] }],
    [
      'spec.sshPublicKeys',
      { sshPublicKeys: Array(51).fill(SSH_KEY_VECTORS[0].publicKey) },
    ],
    [
      'spec.editorConfig.neovimConfigRepo',
      { editorConfig: { neovimConfigRepo: '-x' } },
    ],
    [
      'spec.editorConfig.neovimInitLua',
      { editorConfig: { neovimInitLua: 'a\0' } },
    ],
    [
      'spec.editorConfig.neovimInitLua',
      { editorConfig: { neovimInitLua: 'x'.repeat(65537) } },
    ],
    ...[
      '',
      'UEsDBAo=',
      'H4sI!',
      'H4sIA',
      'H4sIA=',
      'H4sI===',
      'H4sIA===',
      'aGVsbG8=',
    ].map((neovimConfigArchive): [string, object] => [
      'spec.editorConfig.neovimConfigArchive',
      { editorConfig: { neovimConfigArchive } },
    ]),
    ['spec.repository', { repository: { url: 'git@h:r' } }],
  ])('names the field that is wrong: %s, in %j', (path, part) => {
    expect(
      new Set(refusals({ name: 'api', spec: { ...spec, ...part } })),
    ).toEqual(new Set([path]));
  });

  it('has an archive of 512 KiB at most', () => {
    const archive = (bytes: number) => ({
      ...spec,
      editorConfig: {
        neovimConfigArchive: `H4sI${'A'.repeat((bytes / 3) * 4 - 4)}`,
      },
    });
    expect(refusals({ name: 'api', spec: archive(174762 * 3) })).toEqual([]);
    expect(refusals({ name: 'api', spec: archive(174764 * 3) })).toEqual([
      'spec.editorConfig.neovimConfigArchive',
    ]);
  });

  it('cannot name a credential of another namespace', () => {
    const repositories = [
      { url: 'git@h:r', secretRef: { name: 'key', namespace: 'search' } },
    ];
    expect(refusals({ name: 'api', spec: { ...spec, repositories } })).toEqual([
      'spec.repositories.0.secretRef',
    ]);
    expect(
      refusals({
        name: 'api',
        spec: {
          ...spec,
          repositories: [{ url: 'git@h:r', secretRef: { name: 'search/key' } }],
        },
      }),
    ).toEqual(['spec.repositories.0.secretRef.name']);
  });
});
