import {
  declaredRoutes,
  fillIn,
  nameOf,
  statusOf,
} from '../__testUtils__/routeTargets';
import { eventually } from '../__testUtils__/eventually';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';

const API = 'butler.butlerlabs.dev/v1alpha1';

// Contract, section 4, and api.md: `+` allowed, `403` refused, `404` not to be known of.
//
// Routes of a team, by what one is there:
//                                                                     owner operator viewer admin outsider
const IN_TEAM = `
GET    /teams/:team/workspaces/:name                                  +     404      +      +     404
GET    /teams/:team/workspaces/:name/connection                       +     404      403    403   404
GET    /teams/:team/workspaces/:name/diagnosis                        +     404      +      +     404
GET    /teams/:team/workspaces/:name/metrics                          +     404      +      +     404
POST   /teams/:team/workspaces                                        +     +        403    +     404
PATCH  /teams/:team/workspaces/:name                                  +     404      403    403   404
DELETE /teams/:team/workspaces/:name                                  +     404      403    +     404
POST   /teams/:team/workspaces/:name/connect                          +     404      403    403   404
POST   /teams/:team/workspaces/:name/disconnect                       +     404      403    +     404
POST   /teams/:team/workspaces/:name/start                            +     404      403    403   404
POST   /teams/:team/workspaces/:name/stop                             +     404      403    +     404
POST   /teams/:team/workspaces/:name/restart                          +     404      403    403   404
POST   /teams/:team/workspaces/:name/sync-ssh-keys                    +     404      403    403   404
POST   /teams/:team/workspaces/:name/terminal                         +     404      403    403   404
GET    /teams/:team/clusters                                          +     +        +      +     404
GET    /teams/:team/clusters/:cluster/workloads                       +     +        403    +     404
GET    /teams/:team/git-credentials                                   +     +        403    +     404
GET    /teams/:team/templates                                         +     +        +      +     404
POST   /teams/:team/templates                                         403   403      403    +     404
GET    /teams/:team/templates/:name                                   +     +        +      +     404
PUT    /teams/:team/templates/:name                                   403   403      403    +     404
DELETE /teams/:team/templates/:name                                   403   403      403    +     404
`;
// Routes of no team:
//                                                                     anybody platformAdmin
const ANYWHERE = `
GET    /me                                                            +       +
GET    /me/ssh-keys                                                   +       +
POST   /me/ssh-keys                                                   +       +
DELETE /me/ssh-keys/:fingerprint                                      +       +
GET    /me/ssh-config                                                 +       +
GET    /images                                                        +       +
GET    /workspaces                                                    +       +
GET    /events                                                        +       +
GET    /templates                                                     +       +
POST   /templates                                                     403     +
GET    /templates/:name                                               +       +
PUT    /templates/:name                                               403     +
DELETE /templates/:name                                               403     +
`;

type Place = 'owner' | 'operator' | 'viewer' | 'admin' | 'outsider';

/** What each person is in payments, the team of most of them, and in search. */
const PEOPLE: Record<string, { payments: Place; search: Place }> = {
  developer: { payments: 'owner', search: 'outsider' },
  operator: { payments: 'operator', search: 'outsider' },
  viewer: { payments: 'viewer', search: 'outsider' },
  'team-admin': { payments: 'admin', search: 'outsider' },
  'other-admin': { payments: 'outsider', search: 'admin' },
  'platform-viewer': { payments: 'viewer', search: 'viewer' },
  'platform-admin': { payments: 'admin', search: 'admin' },
};

function read<Column extends string>(text: string, columns: Column[]) {
  const rows = new Map<string, Record<Column, string>>();
  for (const line of text.trim().split('\n')) {
    const [method, path, ...cells] = line.split(/\s+/);
    const row = columns.map((column, index) => [column, cells[index]]);
    rows.set(`${method} ${path}`, Object.fromEntries(row));
  }
  return rows;
}

const inTeam = read<Place>(IN_TEAM, [
  'owner',
  'operator',
  'viewer',
  'admin',
  'outsider',
]);
const anywhere = read(ANYWHERE, ['anybody', 'platformAdmin']);
const ROUTES = declaredRoutes();

function classOf(status: number): string {
  return [401, 403, 404].includes(status) || status >= 500
    ? String(status)
    : '+';
}

it('every route has its line in the table', () => {
  const known = [...inTeam.keys(), ...anywhere.keys()];
  const missing = ROUTES.map(nameOf).filter(name => !known.includes(name));
  expect(missing).toEqual([]);
});

describe('every route, for every role, with permission.enabled: false', () => {
  let portal: Portal;

  function create(
    kind: string,
    plural: string,
    namespace: string,
    spec: object,
  ) {
    portal.sandbox.objects.create(plural, {
      apiVersion: API,
      kind,
      metadata: { name: 'target', namespace },
      spec: spec as never,
    });
  }

  beforeAll(async () => {
    portal = await startPortal({
      people: ['operator', 'other-admin', 'platform-viewer', 'disabled'],
    });
    const { objects } = portal.sandbox;
    for (const name of [
      'operator',
      'other-admin',
      'platform-viewer',
      'disabled',
    ]) {
      objects.create('users', {
        apiVersion: API,
        kind: 'User',
        metadata: { name },
        spec: {
          email: `${name}@example.com`,
          ...(name === 'platform-viewer' && { platformRole: 'viewer' }),
          ...(name === 'disabled' && { disabled: true }),
        },
      });
    }
    const members = (roles: Record<string, string>) => ({
      spec: {
        access: {
          users: Object.entries(roles).map(([name, role]) => ({
            name: `${name}@example.com`,
            role,
          })),
        },
      },
    });
    objects.patch(
      'teams',
      { name: 'payments' },
      members({
        developer: 'operator',
        operator: 'operator',
        viewer: 'viewer',
        'team-admin': 'admin',
        disabled: 'admin',
      }),
    );
    objects.patch(
      'teams',
      { name: 'search' },
      members({
        'other-admin': 'admin',
        'other-developer': 'operator',
      }),
    );
    const template = { displayName: 'Target', template: { image: 'a/b:1' } };
    for (const [namespace, owner] of [
      ['payments', 'developer@example.com'],
      ['search', 'other-developer@example.com'],
    ]) {
      create('Workspace', 'workspaces', namespace, {
        clusterRef: { name: `${namespace}-dev` },
        image: 'a/b:1',
        owner,
      });
      create('WorkspaceTemplate', 'workspacetemplates', namespace, template);
    }
    create(
      'WorkspaceTemplate',
      'workspacetemplates',
      'butler-system',
      template,
    );
    await eventually(async () => {
      const looker = portal.as('platform-viewer');
      const known = await Promise.all([
        looker.get('/teams/payments/workspaces/target'),
        looker.get('/teams/search/workspaces/target'),
        looker.get('/teams/payments/templates/target'),
        looker.get('/teams/search/templates/target'),
        looker.get('/templates/target'),
        portal.as('other-admin').get('/me'),
      ]);
      if (known.some(({ status }) => status !== 200)) {
        throw new Error('the cache does not know all of it yet');
      }
    });
  });
  afterAll(async () => portal.stop());

  const params = (team: string) => ({
    team,
    name: 'target',
    cluster: `${team}-dev`,
    fingerprint: `SHA256:${'A'.repeat(43)}`,
  });

  it.each(ROUTES.map(route => [nameOf(route), route] as const))(
    '%s',
    async (name, route) => {
      const expected: string[] = [];
      const actual: string[] = [];
      const ask = async (
        person: string | undefined,
        team: string,
        want: string,
      ) => {
        const status = await statusOf(
          portal,
          route,
          fillIn(route, params(team)),
          person,
        );
        expected.push(`${person} in ${team}: ${want}`);
        actual.push(`${person} in ${team}: ${classOf(status)}`);
      };
      const row = inTeam.get(name);
      const other = anywhere.get(name);
      for (const team of row
        ? (['payments', 'search'] as const)
        : (['payments'] as const)) {
        await ask(undefined, team, '401');
        await ask('disabled', team, '403');
        await ask('stranger', team, '403');
        for (const [person, places] of Object.entries(PEOPLE)) {
          const column =
            person === 'platform-admin' ? 'platformAdmin' : 'anybody';
          const want = row ? row[places[team]] : other?.[column];
          await ask(person, team, want ?? 'no line in the table');
        }
      }
      expect(actual).toEqual(expected);
    },
  );
});
