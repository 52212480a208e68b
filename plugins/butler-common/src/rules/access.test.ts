import type { TeamRole } from '../resources';
import { atLeast, higherRole, isOwner, roleIn } from './access';
import type { Principal } from './access';

function person(role?: TeamRole): Principal {
  const membership = {
    team: 'payments',
    displayName: 'Payments',
    namespace: 'payments',
  };
  return {
    email: 'me@example.com',
    teams: role ? [{ ...membership, role }] : [],
  };
}

describe('an owner', () => {
  it('is known whatever the case of the e-mail', () => {
    const facts = { team: 'payments', owner: ' Me@Example.com' };
    expect(isOwner(person('operator'), facts)).toBe(true);
  });

  it('owns nothing any more who has left the team', () => {
    const facts = { team: 'payments', owner: 'me@example.com' };
    expect(isOwner(person(), facts)).toBe(false);
  });
});

describe('a role', () => {
  it('is one in a team, and none in another', () => {
    expect(roleIn(person('admin'), 'payments')).toBe('admin');
    expect(roleIn(person('admin'), 'search')).toBeUndefined();
  });

  it('holds all that is lower', () => {
    expect(atLeast('admin', 'operator')).toBe(true);
    expect(atLeast('operator', 'operator')).toBe(true);
    expect(atLeast('viewer', 'operator')).toBe(false);
    expect(atLeast(undefined, 'viewer')).toBe(false);
  });

  it('is the higher of two', () => {
    expect(higherRole('admin', 'viewer')).toBe('admin');
    expect(higherRole('viewer', 'operator')).toBe('operator');
    expect(higherRole(undefined, 'viewer')).toBe('viewer');
  });
});
