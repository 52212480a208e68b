import { askedOf } from '../__testUtils__/askedOf';
import { eventually } from '../__testUtils__/eventually';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';

const PAYMENTS = '/teams/payments/workspaces';
const CLUSTER = { namespace: 'payments', name: 'payments-dev' };
const KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGbsxcTBLUDuke23HjnSha/lOZlaW6wR38nRENgHuI1b laptop';
const ARCHIVE = 'H4sIAAAAAAAAAwMAAAAAAAAAAAA=';
const PRIVATE = {
  sshPublicKeys: [KEY],
  editorConfig: {
    neovimConfigRepo: 'https://git.example.com/nvim.git',
    neovimInitLua: 'vim.g.mapleader = " "',
    neovimConfigArchive: ARCHIVE,
  },
};

function draft(name: string, spec: object = {}) {
  return {
    name,
    spec: { clusterRef: { name: 'payments-dev' }, image: 'go:1', ...spec },
  };
}

describe('a workspace that exists', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(async () => portal.stop());
  beforeEach(() => portal.sandbox.requests.clear());

  function writes() {
    return askedOf(portal.sandbox).filter(({ method }) => method !== 'GET');
  }

  function stored(name: string) {
    const object = portal.sandbox.objects.get('workspaces', {
      namespace: 'payments',
      name,
    });
    if (!object) throw new Error(`There is no ${name}`);
    return object;
  }

  async function running(name: string, spec: object = {}) {
    const developer = portal.as('developer');
    await developer.post(PAYMENTS, draft(name, spec));
    return eventually(async () => {
      const { body } = await developer.get(`${PAYMENTS}/${name}`);
      expect(body.status?.phase).toBe('Running');
      return body;
    });
  }

  describe('is edited', () => {
    const path = `${PAYMENTS}/edited`;
    const edit = (spec: object, metadata?: object) =>
      portal.as('developer').patch(path, { spec, metadata });

    beforeAll(async () => {
      await running('edited', {
        dotfiles: { url: 'git@git.example.com:dots', installCommand: 'make' },
        resources: { cpu: '2', memory: '4Gi' },
      });
    });

    it('by its owner, field by field, as the person', async () => {
      const { status, body } = await edit({
        image: 'go:2',
        idleTimeout: '90m',
        dotfiles: { installCommand: null },
        resources: { cpu: '3' },
      });
      expect(status).toBe(200);
      expect(body.spec).toMatchObject({
        owner: 'developer@example.com',
        image: 'go:2',
        idleTimeout: '90m',
        dotfiles: { url: 'git@git.example.com:dots' },
        resources: { cpu: '3', memory: '4Gi' },
      });
      expect(body.spec.dotfiles.installCommand).toBeUndefined();
      expect(writes()).toEqual([
        expect.objectContaining({
          method: 'PATCH',
          impersonatedUser: 'developer@example.com',
        }),
      ]);
      const { body: read } = await portal.as('developer').get(path);
      expect(read.spec.image).toBe('go:2');
      expect(
        (await edit({ dotfiles: null })).body.spec.dotfiles,
      ).toBeUndefined();
    });

    it('not by who has seen an older version', async () => {
      const { body } = await portal.as('developer').get(path);
      const { resourceVersion } = body.metadata;
      expect((await edit({ image: 'go:3' }, { resourceVersion })).status).toBe(
        200,
      );
      const stale = await edit({ image: 'go:4' }, { resourceVersion });
      expect([stale.status, stale.body.error.message]).toEqual([
        409,
        expect.stringMatching(/changed since you opened it/),
      ]);
      expect(stored('edited').spec).toMatchObject({ image: 'go:3' });
    });

    it('not in what stays as it is made', async () => {
      const { status, body } = await edit({
        clusterRef: { name: 'payments-legacy' },
        owner: 'viewer@example.com',
        storageSize: '1Gi',
      });
      expect(status).toBe(400);
      expect(
        body.error.fields.map((field: { path: string }) => field.path),
      ).toEqual(['spec.clusterRef', 'spec.owner', 'spec.storageSize']);
      expect(writes()).toEqual([]);
    });

    it('not with a credential of another namespace', async () => {
      const { status, body } = await edit({
        repositories: [
          {
            url: 'git@git.example.com:a.git',
            secretRef: { name: 'key', namespace: 'search' },
          },
        ],
      });
      expect([status, body.error.fields]).toEqual([
        400,
        [
          {
            path: 'spec.repositories[0].secretRef.namespace',
            message: expect.any(String),
          },
        ],
      ]);
      expect(writes()).toEqual([]);
    });

    it('not by anybody else', async () => {
      const body = { spec: { image: 'evil:1' } };
      const answers = await Promise.all(
        ['viewer', 'team-admin', 'platform-admin', 'other-developer'].map(
          name => portal.as(name).patch(path, body),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 404]);
      expect(writes()).toEqual([]);
    });

    it('and Kubernetes’ own objections come back at the fields', async () => {
      const { status, body } = await edit({ envFrom: { container: 'app' } });
      expect([status, body.error.fields]).toEqual([
        400,
        [{ path: 'spec.envFrom.name', message: expect.any(String) }],
      ]);
    });

    it('not beyond the room that there is', async () => {
      const { status, body } = await edit({ resources: { cpu: '400' } });
      expect([status, body.error.quota.exceeded]).toEqual([409, ['cpu']]);
      expect(body.error.quota.stoppable).not.toContainEqual(
        expect.objectContaining({ name: 'edited' }),
      );
      expect(writes()).toEqual([]);
    });

    it('not once it has failed', async () => {
      const { status } = await portal
        .as('developer')
        .patch(`${PAYMENTS}/legacy-import`, { spec: { image: 'go:2' } });
      expect(status).toBe(409);
    });

    it('without its deprecated single repository, when the list is edited', async () => {
      portal.sandbox.objects.patch(
        'workspaces',
        { namespace: 'payments', name: 'edited' },
        { spec: { repository: { url: 'https://git.example.com/old.git' } } },
      );
      await eventually(async () =>
        expect(
          (
            await portal.as('developer').get(path)
          ).body.spec.repository,
        ).toBeDefined(),
      );
      const { body } = await edit({ repositories: [] });
      expect(body.spec.repository).toBeUndefined();
    });
  });

  it('shows keys and editor files to its owner alone, and in no list', async () => {
    const made = await portal
      .as('developer')
      .post(PAYMENTS, draft('private', PRIVATE));
    expect(made.body.spec).toMatchObject(PRIVATE);
    const path = `${PAYMENTS}/private`;
    const own = await portal.as('developer').get(path);
    expect(own.body.spec).toMatchObject(PRIVATE);
    for (const name of ['viewer', 'team-admin', 'platform-admin']) {
      const { status, body, text } = await portal.as(name).get(path);
      expect(status).toBe(200);
      expect(body.spec.editorConfig).toEqual({
        neovimConfigRepo: PRIVATE.editorConfig.neovimConfigRepo,
      });
      expect(text).not.toMatch(/AAAAC3Nza|mapleader|H4sI/);
    }
    const stop = await portal.as('team-admin').post(`${path}/disconnect`);
    expect([stop.status, stop.text]).toEqual([
      202,
      expect.not.stringMatching(/AAAAC3Nza|mapleader|H4sI/),
    ]);
    const list = await portal.as('developer').get('/workspaces');
    expect(list.text).toContain('"private"');
    expect(list.text).not.toMatch(/AAAAC3Nza|mapleader|H4sI/);
  });

  it('never answers with last-applied-configuration or managed fields', async () => {
    portal.sandbox.objects.create('workspaces', {
      apiVersion: 'butler.butlerlabs.dev/v1alpha1',
      kind: 'Workspace',
      metadata: {
        name: 'applied',
        namespace: 'payments',
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': 'SECRET',
        },
      },
      spec: {
        clusterRef: { name: 'payments-dev' },
        owner: 'developer@example.com',
        image: 'go:1',
      },
    });
    const developer = portal.as('developer');
    const path = `${PAYMENTS}/applied`;
    await eventually(async () =>
      expect((await developer.get(path)).status).toBe(200),
    );
    const answers = [
      await developer.get(path),
      await developer.get('/workspaces?q=applied'),
      await developer.patch(path, { spec: { idleTimeout: '1h' } }),
      await developer.post(`${path}/disconnect`),
    ];
    for (const { status, text } of answers) {
      expect(status).toBeLessThan(300);
      expect(text).not.toMatch(/SECRET|last-applied|managedFields/);
    }
  });

  describe('is restarted', () => {
    it('and comes up again with a new pod, connected', async () => {
      await running('again');
      const tenant = portal.sandbox.tenant(CLUSTER)?.objects;
      const pod = { namespace: 'workspaces', name: 'ws-again' };
      const before = tenant?.get('pods', pod)?.metadata.uid;
      expect(before).toBeDefined();
      const developer = portal.as('developer');
      const { status } = await developer.post(`${PAYMENTS}/again/restart`);
      expect(status).toBe(202);
      await eventually(async () => {
        const { body } = await developer.get(`${PAYMENTS}/again`);
        expect(body.status).toMatchObject({
          phase: 'Running',
          connected: true,
        });
        const after = tenant?.get('pods', pod)?.metadata.uid;
        expect(after).toBeDefined();
        expect(after).not.toBe(before);
      });
    });

    it('when it is stopped, by being started', async () => {
      const { status, body } = await portal
        .as('developer')
        .post(`${PAYMENTS}/invoice-report/restart`);
      expect([status, body.metadata.annotations]).toEqual([
        202,
        expect.objectContaining({ 'butler.butlerlabs.dev/connect': 'true' }),
      ]);
      expect(writes()).toHaveLength(1);
      expect(
        (
          await portal
            .as('developer')
            .post(`${PAYMENTS}/invoice-report/restart`)
        ).status,
      ).toBe(202);
    });

    it('by its owner alone, and not once it has failed', async () => {
      const admin = portal.as('team-admin');
      expect((await admin.post(`${PAYMENTS}/again/restart`)).status).toBe(403);
      const failed = await portal
        .as('developer')
        .post(`${PAYMENTS}/legacy-import/restart`);
      expect(failed.status).toBe(409);
    });
  });

  describe('has its SSH keys synced', () => {
    it('by a touch that has the controller reconcile, as often as one likes', async () => {
      const sync = () =>
        portal.as('developer').post(`${PAYMENTS}/again/sync-ssh-keys`);
      const touched = () =>
        stored('again').metadata.annotations?.[
          'butler.butlerlabs.dev/touched-at'
        ];
      expect((await sync()).status).toBe(202);
      const first = touched();
      expect(first).toBeDefined();
      expect((await sync()).status).toBe(202);
      expect(String(touched()) > String(first)).toBe(true);
    });

    it('only where there are keys, and by its owner alone', async () => {
      portal.sandbox.objects.patch(
        'users',
        { name: 'developer' },
        { spec: { sshKeys: null } },
      );
      await eventually(async () => {
        const { status, body } = await portal
          .as('developer')
          .post(`${PAYMENTS}/again/sync-ssh-keys`);
        expect([status, body.error?.message]).toEqual([
          409,
          expect.stringMatching(/Add one to your profile/),
        ]);
      });
      const admin = portal.as('team-admin');
      expect((await admin.post(`${PAYMENTS}/again/sync-ssh-keys`)).status).toBe(
        403,
      );
    });
  });
});

describe('what a new workspace is made with', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal({
      butler: {
        images: [
          {
            name: 'Go',
            image: 'ghcr.io/acme/go:1.24',
            description: 'With delve',
            icon: 'Dns',
          },
          { name: 'Base', image: 'base' },
        ],
      },
    });
  });
  afterAll(async () => portal.stop());
  beforeEach(() => portal.sandbox.requests.clear());

  it('proposes the images of the configuration', async () => {
    const { status, body } = await portal.as('viewer').get('/images');
    expect([status, body]).toEqual([
      200,
      {
        items: [
          {
            name: 'Go',
            image: 'ghcr.io/acme/go:1.24',
            description: 'With delve',
            icon: 'Dns',
          },
          { name: 'Base', image: 'base' },
        ],
      },
    ]);
    expect((await portal.as(undefined).get('/images')).status).toBe(401);
  });

  it('names the Git credentials of the team, and their contents never reach the Portal', async () => {
    const secret = (name: string, type: string, namespace = 'payments') =>
      portal.sandbox.objects.create('secrets', {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name,
          namespace,
          annotations: {
            'kubectl.kubernetes.io/last-applied-configuration': 'SECRET',
          },
        },
        type,
        data: { password: 'U0VDUkVU' },
      });
    secret('git.key', 'kubernetes.io/ssh-auth');
    secret('bot', 'kubernetes.io/basic-auth');
    secret('opaque', 'Opaque');
    secret('theirs', 'kubernetes.io/ssh-auth', 'search');
    const { status, body, text } = await portal
      .as('developer')
      .get('/teams/payments/git-credentials');
    expect([status, body]).toEqual([
      200,
      {
        items: [
          { name: 'bot', type: 'kubernetes.io/basic-auth' },
          { name: 'git.key', type: 'kubernetes.io/ssh-auth' },
        ],
      },
    ]);
    expect(text).not.toMatch(/SECRET|U0VDUkVU/);
    const asked = askedOf(portal.sandbox);
    expect(asked).toHaveLength(2);
    for (const { path } of asked) {
      expect(path).toMatch(
        /^\/api\/v1\/namespaces\/payments\/secrets\?fieldSelector=type%3Dkubernetes\.io%2F(ssh|basic)-auth&includeObject=None/,
      );
    }
    const refused = [
      await portal.as('viewer').get('/teams/payments/git-credentials'),
      await portal.as('other-developer').get('/teams/payments/git-credentials'),
    ];
    expect(refused.map(answer => answer.status)).toEqual([403, 404]);
  });

  it('may be the whole of what can be edited', async () => {
    const spec = {
      clusterRef: { name: 'payments-dev' },
      image: 'go:1',
      repositories: [
        {
          url: 'git@git.example.com:a.git',
          branch: 'main',
          secretRef: { name: 'git.key' },
        },
      ],
      envFrom: { kind: 'StatefulSet', name: 'orders', namespace: 'shop' },
      resources: { cpu: '1', memory: '2Gi' },
      dotfiles: { url: 'git@git.example.com:dots', installCommand: 'make' },
      idleTimeout: '2h',
      autoStopAfter: '0s',
      storageSize: '20Gi',
      ...PRIVATE,
    };
    const { status, body } = await portal
      .as('developer')
      .post(PAYMENTS, { name: 'whole', spec });
    expect(status).toBe(201);
    expect(body.spec).toEqual({ ...spec, owner: 'developer@example.com' });
  });

  it.each([
    ['cpu', { resources: { cpu: '17' } }, /17 CPUs, and .* of 16/, true],
    ['memory', { resources: { memory: '33Gi' } }, /33Gi of memory/, true],
    ['storage', { storageSize: '501Gi' }, /501Gi of storage/, false],
  ])(
    'is refused beyond the quota for %s, with what would help',
    async (name, spec, words, stopHelps) => {
      const { status, body } = await portal
        .as('developer')
        .post(PAYMENTS, draft('big', spec));
      expect(status).toBe(409);
      const { message, quota } = body.error;
      expect(message).toMatch(words);
      expect(/Stop one of your own/.test(message)).toBe(stopHelps);
      expect(quota).toMatchObject({
        cluster: 'payments-dev',
        exceeded: [name],
        asked: { count: '1' },
        used: { count: expect.any(String), [name]: expect.any(String) },
        left: { [name]: expect.any(String) },
      });
      const stoppable = quota.stoppable.map(
        (workspace: { name: string }) => workspace.name,
      );
      expect(stoppable).toContain('checkout-refunds');
      expect(stoppable).not.toContain('ledger-upgrade');
      expect(stoppable).not.toContain('invoice-report');
    },
  );
});
