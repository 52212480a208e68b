import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import authPlugin from '@backstage/plugin-auth-backend';
import { PERSONA_HEADER } from './authenticator';
import { authModuleButler } from './module';

const developer = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'developer' },
  spec: { profile: { email: 'developer@example.com' } },
};

async function startPortal(personas: object[]) {
  return startTestBackend({
    features: [
      authPlugin,
      authModuleButler,
      catalogServiceMock.factory({ entities: [developer] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          auth: {
            providers: { butlerPersonas: { personas } },
          },
        },
      }),
    ],
  });
}

async function signIn(server: { port(): number }, persona?: string) {
  return fetch(
    `http://localhost:${server.port()}/api/auth/butlerPersonas/refresh`,
    { headers: persona ? { [PERSONA_HEADER]: persona } : {} },
  );
}

const personas = [
  {
    name: 'developer',
    title: 'Developer',
    userEntityRef: 'user:default/developer',
  },
  { name: 'ghost', title: 'Ghost', userEntityRef: 'user:default/ghost' },
];

describe('authModuleButler', () => {
  const nodeEnv = process.env.NODE_ENV;

  beforeEach(() => {
    Object.assign(process.env, { NODE_ENV: 'development' });
  });

  afterEach(() => {
    Object.assign(process.env, { NODE_ENV: nodeEnv });
  });

  it('signs in as the catalog user of the persona that was picked', async () => {
    const { server } = await startPortal(personas);

    const response = await signIn(server, 'developer');

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      backstageIdentity: {
        identity: { userEntityRef: 'user:default/developer' },
      },
    });
  });

  it('signs nobody in who names no persona, or one that is not configured', async () => {
    const { server } = await startPortal(personas);

    expect((await signIn(server)).status).toBe(401);
    expect((await signIn(server, 'platform-admin')).status).toBe(401);
  });

  it('signs nobody in whom the catalog does not know', async () => {
    const { server } = await startPortal(personas);

    expect((await signIn(server, 'ghost')).status).toBe(404);
  });

  it('does not let the backend start outside development', async () => {
    Object.assign(process.env, { NODE_ENV: 'production' });

    await expect(startPortal(personas)).rejects.toThrow(/development only/);
  });
});
