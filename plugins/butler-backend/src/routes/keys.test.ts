import { askedOf } from '../__testUtils__/askedOf';
import { eventually } from '../__testUtils__/eventually';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';

// Public halves that `ssh-keygen` has made; the private ones were thrown away.
const LAPTOP = {
  name: 'Laptop',
  publicKey:
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICJaIHRxLW0P5O0/kxy0nPRvVxQr910HKk6aJsrZRkFe developer@laptop',
};
const DESKTOP = {
  name: 'Desktop',
  publicKey:
    'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBChfqQE7PvezMmsAWRdlYCecmUq+oe4waFQaXuv0IJ78F7ZCGSsp/F+RWof4OfznjADNK6KXcRcliwzM5fIRaOE=',
};

describe('SSH keys', () => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(async () => portal.stop());
  beforeEach(() => portal.sandbox.requests.clear());

  function writes() {
    return askedOf(portal.sandbox).filter(({ method }) => method !== 'GET');
  }

  function storedKeys(name: string) {
    const user = portal.sandbox.objects.get('users', { name });
    return (user?.spec as { sshKeys?: { name: string }[] }).sshKeys ?? [];
  }

  it('of the caller are listed, nobody else’s', async () => {
    const { status, body } = await portal.as('developer').get('/me/ssh-keys');
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          name: 'laptop',
          publicKey: expect.stringMatching(/^ssh-ed25519 /),
          fingerprint: 'SHA256:o88MUDTxSUEOK8KVpbJ+GFsU2Uz9cpDeLdOfYwBAKw0',
          addedAt: expect.any(String),
        },
      ],
    });
    expect((await portal.as('viewer').get('/me/ssh-keys')).body.items).toEqual(
      [],
    );
  });

  it('are added with their fingerprint, as the Portal’s own account, and counted at once', async () => {
    const viewer = portal.as('viewer');
    const { status, body } = await viewer.post('/me/ssh-keys', LAPTOP);
    expect(status).toBe(201);
    expect(body).toEqual({
      name: 'Laptop',
      publicKey: LAPTOP.publicKey.split(' ').slice(0, 2).join(' '),
      fingerprint: 'SHA256:5dMCz2NKYQUjsPlzhnffbEsKn03h8Ki0ktwbxSTWHP8',
      addedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect((await viewer.get('/me')).body.sshKeyCount).toBe(1);
    expect(storedKeys('viewer')).toEqual([body]);
    expect(writes()).toEqual([
      expect.objectContaining({ method: 'PATCH', status: 200 }),
    ]);
    expect(writes()[0].impersonatedUser).toBeUndefined();
  });

  it('are refused a second time, whatever their name and comment', async () => {
    const { status, body } = await portal.as('viewer').post('/me/ssh-keys', {
      name: 'Another name',
      publicKey: `${LAPTOP.publicKey}-too`,
    });
    expect([status, body.error.message]).toEqual([
      409,
      expect.stringMatching(/as “Laptop”/),
    ]);
  });

  it.each([
    ['command="id" PUB', /options/],
    ['PUB\nPUB', /one line/],
    ['PUB\r', /invisible/],
    ['ssh-rsa AAAAB3NzaC1yc2E=', /damaged/],
    ['-----BEGIN OPENSSH PRIVATE KEY-----', /Never give it away/],
  ])('are refused when they are none: %j', async (publicKey, words) => {
    const { status, body } = await portal.as('viewer').post('/me/ssh-keys', {
      name: 'x',
      publicKey: publicKey.replace(/PUB/g, DESKTOP.publicKey),
    });
    expect(status).toBe(400);
    expect(body.error.fields).toEqual([
      { path: 'publicKey', message: expect.stringMatching(words) },
    ]);
    expect(writes()).toEqual([]);
  });

  it('added by two at once are both there, also when Kubernetes reports conflicts', async () => {
    portal.sandbox.faults.failNext(2, {
      status: 409,
      method: 'PATCH',
      resource: 'users',
    });
    const admin = portal.as('team-admin');
    const answers = await Promise.all([
      admin.post('/me/ssh-keys', LAPTOP),
      admin.post('/me/ssh-keys', DESKTOP),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(
      storedKeys('team-admin')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Desktop', 'Laptop', 'laptop']);
  });

  it('are removed by their fingerprint, and no others', async () => {
    const admin = portal.as('team-admin');
    const remove = (fingerprint: string) =>
      admin.delete(`/me/ssh-keys/${encodeURIComponent(fingerprint)}`);
    expect(
      (await remove('SHA256:5dMCz2NKYQUjsPlzhnffbEsKn03h8Ki0ktwbxSTWHP8'))
        .status,
    ).toBe(204);
    expect(
      (await remove('SHA256:5dMCz2NKYQUjsPlzhnffbEsKn03h8Ki0ktwbxSTWHP8'))
        .status,
    ).toBe(404);
    expect(
      (await admin.get('/me/ssh-keys')).body.items.map(
        ({ name }: { name: string }) => name,
      ),
    ).toEqual(['laptop', 'Desktop']);
    expect(storedKeys('viewer')).toHaveLength(1);
  });

  it.each(['', '..', '*', 'SHA256:', 'SHA256%3A..%2F..', 'laptop'])(
    'are not removed by %j, which is no fingerprint',
    async bad => {
      const { status } = await portal
        .as('developer')
        .delete(`/me/ssh-keys/${bad}`);
      expect(status).toBe(400);
      expect(writes()).toEqual([]);
      expect(storedKeys('developer')).toHaveLength(1);
    },
  );

  it('that Butler has stored without a fingerprint have one all the same', async () => {
    portal.sandbox.objects.patch(
      'users',
      { name: 'other-developer' },
      { spec: { sshKeys: [{ name: 'old', publicKey: DESKTOP.publicKey }] } },
    );
    const other = portal.as('other-developer');
    await eventually(async () => {
      const { body } = await other.get('/me/ssh-keys');
      expect(body.items).toEqual([
        {
          name: 'old',
          publicKey: DESKTOP.publicKey,
          fingerprint: 'SHA256:uwENudS8FyRQd8AQL0veuqJmr7MujmGlelEyRRjIbMY',
        },
      ]);
    });
    expect((await other.post('/me/ssh-keys', DESKTOP)).status).toBe(409);
  });

  it('go into no profile that has become another’s, though the cache does not know yet', async () => {
    const key = { name: 'team-admin' };
    const { sandbox } = portal;
    const before = storedKeys('team-admin');
    const { email } = sandbox.objects.get('users', key)?.spec as {
      email: string;
    };
    sandbox.faults.stallWatches(true);
    try {
      sandbox.objects.patch('users', key, {
        spec: { email: 'successor@example.com' },
      });
      const { status, body } = await portal
        .as('team-admin')
        .post('/me/ssh-keys', DESKTOP);
      expect([status, body.error.message]).toEqual([
        409,
        expect.stringMatching(/changed hands/),
      ]);
      expect(storedKeys('team-admin')).toEqual(before);
    } finally {
      sandbox.objects.patch('users', key, { spec: { email } });
      sandbox.faults.stallWatches(false);
    }
  });

  it('are 50 at most', async () => {
    const [known] = storedKeys('developer');
    portal.sandbox.objects.patch(
      'users',
      { name: 'developer' },
      { spec: { sshKeys: Array(50).fill(known) } },
    );
    const { status, body } = await portal
      .as('developer')
      .post('/me/ssh-keys', LAPTOP);
    expect([status, body.error.message]).toEqual([
      409,
      expect.stringMatching(/50 keys/),
    ]);
  });
});
