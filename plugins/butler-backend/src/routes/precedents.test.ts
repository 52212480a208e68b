import { request } from 'node:http';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { askedOf } from '../__testUtils__/askedOf';
import { eventually } from '../__testUtils__/eventually';
import { recordSentHeaders } from '../__testUtils__/sentHeaders';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';

// What has gone wrong elsewhere. docs/architecture.md lists where each is tested; those that belong
// to no single place are here.

const PAYMENTS = '/teams/payments/workspaces';
const MINE = `${PAYMENTS}/checkout-refunds`;

const DRAFT = {
  name: 'asked-for',
  spec: {
    clusterRef: { name: 'payments-dev' },
    image: 'ghcr.io/acme/go:1.24',
  },
};

/** Sends headers as they are, doubled ones too, and answers the status. */
function rawPost(
  portal: Portal,
  path: string,
  headers: string[],
  body?: object,
) {
  return new Promise<number>((resolve, reject) => {
    const sent = request(
      `${portal.url}${path}`,
      {
        method: 'POST',
        headers: ['Host', new URL(portal.url).host, ...headers] as never,
      },
      response => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.on('error', reject);
    sent.end(body && JSON.stringify(body));
  });
}

describe('a caller', () => {
  let portal: Portal;
  const lines: string[] = [];
  const keep = (...args: unknown[]) => {
    lines.push(
      JSON.stringify(args, (_, value) =>
        value instanceof Error ? `${value} ${value.stack}` : value,
      ),
    );
  };
  const logger = mockServices.rootLogger.mock({
    info: keep,
    warn: keep,
    error: keep,
    debug: keep,
  });
  logger.child.mockImplementation(() => logger);

  beforeAll(async () => {
    portal = await startPortal({
      groups: { developer: ['system:masters', 'payments-helpers'] },
      emails: { stranger: 'system:kube-controller-manager' },
      features: [logger.factory],
    });
  });
  afterAll(async () => portal.stop());
  beforeEach(() => {
    lines.splice(0);
    portal.sandbox.requests.clear();
  });

  function requests() {
    return askedOf(portal.sandbox);
  }

  function writes() {
    return requests().filter(({ method }) => method !== 'GET');
  }

  const authorization = mockCredentials.user.header('user:default/developer');

  it.each<[string, string[]]>([
    [
      'in another case',
      [
        'IMPERSONATE-USER',
        'admin@example.com',
        'iMpErSoNaTe-GrOuP',
        'system:masters',
      ],
    ],
    [
      'doubled',
      [
        'Impersonate-User',
        'a@example.com',
        'Impersonate-User',
        'b@example.com',
        'Impersonate-Group',
        'system:masters',
        'Impersonate-Group',
        'x',
      ],
    ],
    [
      'with extras',
      ['Impersonate-Uid', '0', 'Impersonate-Extra-Scopes', 'all'],
    ],
    [
      'named by Connection',
      [
        'Connection',
        'Impersonate-User, Authorization, close',
        'Impersonate-User',
        'admin@example.com',
      ],
    ],
    [
      'as a proxy would',
      [
        'X-Remote-User',
        'admin',
        'X-Remote-Group',
        'system:masters',
        'X-Forwarded-User',
        'admin',
        'Cookie',
        'session=smuggled',
        'Proxy-Authorization',
        'Basic smuggled',
        'Keep-Alive',
        'smuggled',
        'TE',
        'trailers',
      ],
    ],
  ])('smuggles no header through: %s', async (_, headers) => {
    const record = recordSentHeaders();
    try {
      const status = await rawPost(
        portal,
        `${PAYMENTS}?dryRun=true`,
        [
          'Content-Type',
          'application/json',
          'Authorization',
          authorization,
          ...headers,
        ],
        DRAFT,
      );
      expect(status).toBe(201);
    } finally {
      record.stop();
    }
    expect(
      writes().map(({ impersonatedUser, impersonatedGroups }) => [
        impersonatedUser,
        impersonatedGroups,
      ]),
    ).toEqual(
      writes().map(() => ['developer@example.com', ['system:authenticated']]),
    );
    expect(writes().length).toBeGreaterThan(0);
    const sent = record.sent.join('\n');
    expect(sent).toMatch(/impersonate-user: developer@example\.com/i);
    expect(sent).not.toMatch(
      /masters|admin@|smuggled|x-remote|x-forwarded|impersonate-(uid|extra)|cookie/i,
    );
    expect(sent).not.toContain(authorization);
  });

  it('is none of Kubernetes’ own groups, whatever the catalog and a Team say', async () => {
    portal.sandbox.objects.patch(
      'teams',
      { name: 'search' },
      {
        spec: {
          access: {
            groups: [
              { name: 'system:masters', role: 'admin' },
              { name: 'payments-helpers', role: 'viewer' },
            ],
          },
        },
      },
    );
    await eventually(async () => {
      const { body } = await portal.as('developer').get('/me');
      expect(body.teams).toContainEqual(
        expect.objectContaining({ team: 'search', role: 'viewer' }),
      );
    });
    await portal.as('developer').post(`${PAYMENTS}?dryRun=true`, DRAFT);
    expect(writes().length).toBeGreaterThan(0);
    for (const { impersonatedGroups } of writes()) {
      expect(impersonatedGroups.sort()).toEqual([
        'payments-helpers',
        'system:authenticated',
      ]);
    }
  });

  it('is none of Kubernetes’ own users', async () => {
    const answers = [
      await portal.as('stranger').get('/me'),
      await portal.as('stranger').post(`${MINE}/stop`),
      await portal.as('no-email').post(`${MINE}/stop`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(answers[0].body.error.message).toMatch(
      /Kubernetes cannot work with/,
    );
    expect(writes()).toEqual([]);
  });

  it('has to be a person: neither nobody nor a service is served with the Portal’s account', async () => {
    const statuses: number[] = [];
    for (const header of [
      undefined,
      mockCredentials.none.header(),
      mockCredentials.user.invalidHeader(),
      mockCredentials.service.header(),
      mockCredentials.service.invalidHeader(),
      'Bearer ',
      'Basic eDp5',
    ]) {
      statuses.push(
        await rawPost(
          portal,
          `${MINE}/stop`,
          header ? ['Authorization', header] : [],
        ),
      );
    }
    expect(statuses.every(status => [401, 403].includes(status))).toBe(true);
    expect(requests()).toEqual([]);
  });

  it('finds no token in a log', async () => {
    const developer = portal.as('developer');
    await developer.get('/workspaces');
    await developer.get('/workspaces?nonsense=1');
    await developer.post(`${MINE}/stop`);
    await portal.as('viewer').post(`${MINE}/stop`);
    portal.sandbox.faults.failNext(1, {
      status: 403,
      method: 'PATCH',
      resource: 'workspaces',
    });
    await developer.post(`${MINE}/disconnect`);
    expect(lines.length).toBeGreaterThan(0);
    const log = lines.join('\n');
    expect(log).not.toContain(authorization.replace('Bearer ', ''));
    expect(log).not.toMatch(/bearer [^"]/i);
    expect(log).not.toMatch(/client-key-data|-----BEGIN/);
  });

  it('passes no token in a URL', async () => {
    const token = authorization.replace('Bearer ', '');
    for (const name of ['token', 'access_token', 'authorization']) {
      const { status } = await portal
        .as(undefined)
        .get(`/workspaces?${name}=${encodeURIComponent(token)}`);
      expect(status).toBe(401);
      expect(
        (await portal.as('developer').get(`/events?${name}=x`)).status,
      ).toBe(400);
    }
  });

  it('names no Secret of another namespace', async () => {
    for (const secretRef of [
      { name: 'git', namespace: 'kube-system' },
      { name: '../kube-system/git' },
      { name: 'kube-system/git' },
    ]) {
      const { status, body } = await portal.as('developer').post(PAYMENTS, {
        name: 'thief',
        spec: {
          clusterRef: { name: 'payments-dev' },
          image: 'ghcr.io/acme/go:1.24',
          repositories: [{ url: 'https://git.example.com/a.git', secretRef }],
        },
      });
      expect(status).toBe(400);
      expect(body.error.fields[0].path).toMatch(/secretRef/);
    }
    expect(writes()).toEqual([]);
  });

  it('reads neither what was last applied nor who manages which field', async () => {
    const secret = 'hunter2-in-an-annotation';
    const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';
    portal.sandbox.objects.patch(
      'workspaces',
      { namespace: 'payments', name: 'checkout-refunds' },
      {
        metadata: { annotations: { [lastApplied]: secret } },
      },
    );
    const stream = await portal.as('developer').events();
    try {
      await stream.waitFor('snapshot');
      const developer = portal.as('developer');
      const texts = [
        (await developer.get('/workspaces')).text,
        (await developer.get(MINE)).text,
        (await developer.post(`${MINE}/disconnect`)).text,
        JSON.stringify(stream.events),
      ];
      for (const text of texts) {
        expect(text).toContain('checkout-refunds');
        expect(text).not.toMatch(/hunter2|last-applied|managedFields/);
      }
    } finally {
      stream.close();
    }
  });

  it('gets JSON that no browser takes for a page, whatever a template says of itself', async () => {
    const script = '<script>alert(1)</script>';
    portal.sandbox.objects.create('workspacetemplates', {
      apiVersion: 'butler.butlerlabs.dev/v1alpha1',
      kind: 'WorkspaceTemplate',
      metadata: { name: 'scripted', namespace: 'payments' },
      spec: {
        displayName: script,
        description: script,
        // eslint-disable-next-line no-script-url -- it is what must be refused
        icon: 'javascript:alert(1)',
        template: { image: 'a' },
      },
    });
    await eventually(async () => {
      const { text, headers } = await portal
        .as('developer')
        .get('/teams/payments/templates');
      expect(text).toContain('scripted');
      expect(headers['content-type']).toMatch(/^application\/json/);
    });
  });
});

describe('hidden rows', () => {
  it('show neither in count nor order nor cursor nor search', async () => {
    const [bare, crowded] = await Promise.all([startPortal(), startPortal()]);
    try {
      // Other people's workspaces of the same team, before, between and after the reader's own.
      for (const name of ['aaa', 'checkout-zzz', 'mmm', 'zzz']) {
        crowded.sandbox.objects.create('workspaces', {
          apiVersion: 'butler.butlerlabs.dev/v1alpha1',
          kind: 'Workspace',
          metadata: { name, namespace: 'payments' },
          spec: {
            clusterRef: { name: 'payments-dev' },
            image: 'ghcr.io/acme/go:1.24',
            owner: 'viewer@example.com',
          },
        });
      }
      await eventually(async () => {
        const { body } = await crowded.as('team-admin').get('/workspaces');
        expect(body.totalItems).toBe(8);
      });
      const page = async (portal: Portal, query: string) => {
        const { body } = await portal
          .as('developer')
          .get(`/workspaces?${query}`);
        const items = body.items.map(
          ({ metadata }: { metadata: { name: string } }) => metadata.name,
        );
        return { ...body, items };
      };
      for (const query of [
        '',
        'sort=-name',
        'sort=name&limit=1',
        'sort=-name&limit=2',
        'q=zzz',
        'q=viewer',
        'owner=viewer@example.com',
        'limit=1&q=c',
        'phase=Pending',
        'cluster=payments-dev',
      ]) {
        expect([query, await page(crowded, query)]).toEqual([
          query,
          await page(bare, query),
        ]);
      }
      const from = async (portal: Portal, name: string) => {
        const cursor = Buffer.from(
          JSON.stringify(['name', name, 'payments', name]),
        ).toString('base64url');
        return (
          await portal.as('developer').get(`/workspaces?cursor=${cursor}`)
        ).text.replace(
          /"(uid|resourceVersion|creationTimestamp|[a-zA-Z]*Time)":"[^"]*"/g,
          '',
        );
      };
      expect((await from(crowded, 'mmm')).length).toBe(
        (await from(bare, 'mmm')).length,
      );
    } finally {
      await Promise.all([bare.stop(), crowded.stop()]);
    }
  });
});
