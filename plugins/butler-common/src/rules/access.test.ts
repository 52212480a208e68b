import type { TeamRole } from '../resources';
import {
  higherRole,
  isOwner,
  mayCreateIn,
  mayDo,
  mayViewTeam,
  roleIn,
} from './access';
import type { Principal } from './access';

const ME = 'me@example.com';
const ACTIONS = [
  'view',
  'connect',
  'disconnect',
  'start',
  'stop',
  'delete',
] as const;

function person(role?: TeamRole): Principal {
  const membership = {
    team: 'payments',
    displayName: 'Payments',
    namespace: 'payments',
  };
  return { email: ME, teams: role ? [{ ...membership, role }] : [] };
}

function allowed(role: TeamRole | undefined, owner: string, team = 'payments') {
  return ACTIONS.filter(action =>
    mayDo(person(role), `workspace.${action}`, { team, owner }),
  );
}

describe('who may do what with a workspace (contract, section 4)', () => {
  const other = 'other@example.com';
  const look = ['view'];
  const care = ['view', 'disconnect', 'stop', 'delete'];

  it.each<[TeamRole | undefined, string, readonly string[]]>([
    ['operator', ME, ACTIONS],
    ['admin', ME, ACTIONS],
    ['viewer', ME, look],
    [undefined, ME, []],
    ['operator', other, []],
    ['admin', other, care],
    ['viewer', other, look],
    [undefined, other, []],
  ])('role %s, workspace of %s: %j', (role, owner, actions) => {
    expect(allowed(role, owner)).toEqual(actions);
  });

  it('forbids everything in another team', () => {
    expect(allowed('admin', ME, 'search')).toEqual([]);
  });

  it('forbids what it does not know', () => {
    const facts = { team: 'payments', owner: ME };
    expect(
      mayDo(person('admin'), 'workspace.exec' as 'workspace.view', facts),
    ).toBe(false);
  });

  it('knows an owner whatever the case of the e-mail', () => {
    const facts = { team: 'payments', owner: ' Me@Example.com' };
    expect(isOwner(person('operator'), facts)).toBe(true);
  });

  it('takes ownership away with the place in the team', () => {
    expect(isOwner(person(), { team: 'payments', owner: ME })).toBe(false);
  });
});

describe('who may do what in a team', () => {
  it('lets operators and admins create', () => {
    const roles: (TeamRole | undefined)[] = [
      'viewer',
      'operator',
      'admin',
      undefined,
    ];
    expect(roles.map(role => mayCreateIn(person(role), 'payments'))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(mayCreateIn(person('admin'), 'search')).toBe(false);
  });

  it('lets members look', () => {
    expect(mayViewTeam(person('viewer'), 'payments')).toBe(true);
    expect(mayViewTeam(person(), 'payments')).toBe(false);
    expect(roleIn(person('admin'), 'payments')).toBe('admin');
  });

  it('counts the higher of two roles', () => {
    expect(higherRole('admin', 'viewer')).toBe('admin');
    expect(higherRole('viewer', 'operator')).toBe('operator');
    expect(higherRole(undefined, 'viewer')).toBe('viewer');
  });
});
