import {
  impersonationHeaders,
  isImpersonable,
  isTeamGroup,
} from './impersonation';

describe('impersonation', () => {
  it('sends the e-mail, the groups and system:authenticated', () => {
    expect(
      impersonationHeaders({
        user: 'developer@example.com',
        groups: ['payments-devs', 'butler:platform-admins', 'payments-devs'],
      }),
    ).toEqual({
      'Impersonate-User': 'developer@example.com',
      'Impersonate-Group': [
        'system:authenticated',
        'payments-devs',
        'butler:platform-admins',
      ],
    });
  });

  it.each([
    'system:masters',
    'SYSTEM:masters',
    'butler:anything',
    'a\r\nb',
    '',
  ])('never sends the group %j', group => {
    expect(isTeamGroup(group)).toBe(false);
    expect(
      impersonationHeaders({ user: 'a@b.c', groups: [group] })[
        'Impersonate-Group'
      ],
    ).toEqual(['system:authenticated']);
  });

  it.each([
    'system:kube-controller-manager',
    'system:admin@example.com',
    'developer',
    'a@b\r\nImpersonate-Group: system:masters',
    ' a@b.c',
    '',
    'a@b@c',
  ])('never acts as %j', user => {
    expect(isImpersonable(user)).toBe(false);
    expect(() => impersonationHeaders({ user, groups: [] })).toThrow(/e-mail/);
  });
});
