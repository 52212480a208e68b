import { described } from '../__testUtils__/describedAnswers';
import { eventually } from '../__testUtils__/eventually';
import { declaredRoutes, nameOf } from '../__testUtils__/routeTargets';
import { startPortal } from '../__testUtils__/startPortal';
import type { PortalAnswer } from '../__testUtils__/startPortal';

const TEAM = '/teams/payments';
const MINE = `${TEAM}/workspaces/checkout-refunds`;
const KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICJaIHRxLW0P5O0/kxy0nPRvVxQr910HKk6aJsrZRkFe developer@laptop';

describe('what openapi.yaml says about answers', () => {
  it('is there for every route that answers with JSON', () => {
    const without = declaredRoutes().filter(
      ({ method, answer }) => method !== 'delete' && !answer,
    );
    expect(without.map(nameOf)).toEqual(['GET /me/ssh-config', 'GET /events']);
  });

  // startPortal holds every answer to its schema.
  it('is what every route really answers', async () => {
    const portal = await startPortal({
      sandbox: { shells: true },
      butler: { images: [{ name: 'Go', image: 'go:1', icon: 'Code' }] },
    });
    const developer = portal.as('developer');
    const admin = portal.as('team-admin');
    const platformAdmin = portal.as('platform-admin');
    const done = async (asked: Promise<PortalAnswer>) => {
      const { status, text, body } = await asked;
      if (status >= 300) throw new Error(`${status} ${text}`);
      return body;
    };
    try {
      for (const path of [
        '/me',
        '/me/ssh-keys',
        '/images',
        '/workspaces?limit=1',
        MINE,
        `${TEAM}/clusters`,
        `${TEAM}/clusters/payments-dev/workloads`,
        `${TEAM}/git-credentials`,
        `${TEAM}/templates`,
        `${TEAM}/templates/checkout-service`,
        '/templates',
        '/templates/go-service',
      ]) {
        await done(developer.get(path));
      }
      for (const path of ['connection', 'diagnosis', 'metrics']) {
        await eventually(() => done(developer.get(`${MINE}/${path}`)));
      }
      await done(developer.post('/me/ssh-keys', { name: 'k', publicKey: KEY }));
      const made = await done(
        developer.post(`${TEAM}/workspaces`, {
          name: 'described',
          spec: {
            clusterRef: { name: 'payments-dev' },
            image: 'go:1',
            sshPublicKeys: [KEY],
            editorConfig: { neovimInitLua: 'print(1)' },
            repositories: [{ url: 'https://git.example.com/a.git' }],
          },
        }),
      );
      expect(made.spec).toHaveProperty('editorConfig.neovimInitLua');
      await done(
        developer.patch(`${TEAM}/workspaces/described`, {
          spec: { idleTimeout: '1h' },
        }),
      );
      for (const action of [
        'terminal',
        'sync-ssh-keys',
        'connect',
        'disconnect',
        'restart',
        'stop',
        'start',
      ]) {
        await done(developer.post(`${MINE}/${action}`));
      }
      for (const [who, templates] of [
        [admin, `${TEAM}/templates`],
        [platformAdmin, '/templates'],
      ] as const) {
        const spec = { displayName: 'T', template: { image: 'go:1' } };
        const { metadata } = await done(
          who.post(templates, { name: 'described', spec }),
        );
        const { resourceVersion } = metadata;
        await done(
          who.put(`${templates}/described`, {
            metadata: { resourceVersion },
            spec,
          }),
        );
      }
    } finally {
      await portal.stop();
    }
    const withAnswer = declaredRoutes().filter(({ answer }) => answer);
    expect(withAnswer.map(nameOf).filter(name => !described.has(name))).toEqual(
      [],
    );
  });
});
