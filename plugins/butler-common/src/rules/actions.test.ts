import type { PlatformRole, TeamRole } from '../resources';
import type { Principal } from './access';
import {
  ALL_SYSTEM_ACTIONS,
  ALL_TEAM_ACTIONS,
  ALL_WORKSPACE_ACTIONS,
  mayDo,
  mayDoInSystem,
  mayDoInTeam,
} from './actions';

const ME = 'me@example.com';
const OTHER = 'other@example.com';

function person(role?: TeamRole, platformRole?: PlatformRole): Principal {
  const membership = {
    team: 'payments',
    displayName: 'Payments',
    namespace: 'payments',
  };
  const teams = role ? [{ ...membership, role }] : [];
  return { email: ME, platformRole, teams };
}

function allowed(role: TeamRole | undefined, owner: string, team = 'payments') {
  return ALL_WORKSPACE_ACTIONS.filter(action =>
    mayDo(person(role), action, { team, owner }),
  ).sort();
}

const LOOK = ['workspace.diagnose', 'workspace.metrics', 'workspace.view'];
const CARE = [
  ...LOOK,
  'workspace.delete',
  'workspace.disconnect',
  'workspace.stop',
].sort();
const ALL = [...ALL_WORKSPACE_ACTIONS].sort();

describe('who may do what with a workspace (contract, section 4)', () => {
  it.each<[TeamRole | undefined, string, readonly string[]]>([
    ['operator', ME, ALL],
    ['admin', ME, ALL],
    ['viewer', ME, LOOK],
    [undefined, ME, []],
    ['operator', OTHER, []],
    ['admin', OTHER, CARE],
    ['viewer', OTHER, LOOK],
    [undefined, OTHER, []],
  ])('role %s, workspace of %s: %j', (role, owner, actions) => {
    expect(allowed(role, owner)).toEqual(actions);
  });

  it('keeps from an admin what is private to the owner', () => {
    const admin = allowed('admin', OTHER);
    expect(ALL.filter(action => !admin.includes(action))).toEqual([
      'workspace.connect',
      'workspace.edit',
      'workspace.logs',
      'workspace.restart',
      'workspace.start',
      'workspace.sync-ssh-keys',
      'workspace.terminal',
    ]);
  });

  it('forbids everything in another team', () => {
    expect(allowed('admin', ME, 'search')).toEqual([]);
  });

  it.each(['workspace.exec', 'toString', '__proto__'])(
    'forbids %s, which it does not know',
    action => {
      const admin = person('admin', 'admin');
      const facts = { team: 'payments', owner: ME };
      expect(mayDo(admin, action as 'workspace.view', facts)).toBe(false);
      expect(mayDoInTeam(admin, action as 'team.view', 'payments')).toBe(false);
      expect(mayDoInSystem(admin, action as 'template.view')).toBe(false);
    },
  );
});

describe('who may do what in a team', () => {
  const look = ['team.view', 'cluster.view', 'template.view'];
  const create = [
    ...look,
    'workspace.create',
    'cluster.workloads',
    'gitCredential.list',
  ];

  it.each<[TeamRole | undefined, readonly string[]]>([
    [undefined, []],
    ['viewer', look],
    ['operator', create],
    ['admin', ALL_TEAM_ACTIONS],
  ])('role %s: %j', (role, actions) => {
    const inTeam = (team: string) =>
      ALL_TEAM_ACTIONS.filter(action =>
        mayDoInTeam(person(role), action, team),
      );
    expect(inTeam('payments')).toEqual(actions);
    expect(inTeam('search')).toEqual([]);
  });
});

describe('who may do what with cluster templates', () => {
  it.each<[PlatformRole | undefined, readonly string[]]>([
    [undefined, ['template.view']],
    ['viewer', ['template.view']],
    ['admin', ALL_SYSTEM_ACTIONS],
  ])('platform role %s: %j', (platformRole, actions) => {
    const admin = person('admin', platformRole);
    expect(
      ALL_SYSTEM_ACTIONS.filter(action => mayDoInSystem(admin, action)),
    ).toEqual(actions);
  });
});
