import type { Team, User } from '@butler-portal/plugin-butler-common';
import { team, user } from '../__testUtils__/objects';
import { resolveCaller } from './Caller';
import type { Identity } from './Caller';

const EMAIL = 'developer@example.com';

function resolve(
  teams: Team[],
  identity: Partial<Identity> = {},
  users: User[] = [user(EMAIL)],
) {
  return resolveCaller(
    {
      userEntityRef: 'user:default/developer',
      email: EMAIL,
      groups: [],
      ...identity,
    },
    users,
    teams,
  );
}

function roles(...args: Parameters<typeof resolve>) {
  return Object.fromEntries(
    resolve(...args).principal.teams.map(each => [each.team, each.role]),
  );
}

describe('who somebody is in Butler', () => {
  it('follows from the e-mail, whatever its case', () => {
    const teams = [
      team('payments', {
        users: [{ name: 'Developer@Example.com', role: 'operator' }],
      }),
    ];
    expect(
      roles(teams, { email: 'DEVELOPER@example.COM' }, [
        user('Developer@example.com'),
      ]),
    ).toEqual({ payments: 'operator' });
  });

  it('is never guessed from the local part or the entity’s name', () => {
    const teams = [
      team('payments', { users: [{ name: 'developer', role: 'admin' }] }),
    ];
    expect(roles(teams)).toEqual({});
    expect(() => resolve([], { email: 'developer@other.example' })).toThrow(
      /no User/,
    );
  });

  it('takes groups by their base name', () => {
    const groups = ['Payments-Devs'];
    const withGroup = (name: string, identityProvider?: string) => [
      team('payments', {
        groups: [{ name, role: 'operator', identityProvider }],
      }),
    ];
    expect(roles(withGroup('payments-devs@example.com'), { groups })).toEqual({
      payments: 'operator',
    });
    expect(roles(withGroup('CN=payments-devs,OU=x'), { groups })).toEqual({
      payments: 'operator',
    });
    expect(roles(withGroup('others'), { groups })).toEqual({});
  });

  it('does not take a catalog group for one of an identity provider', () => {
    const groups = ['payments-devs'];
    expect(
      roles(
        [
          team('payments', {
            groups: [
              {
                name: 'payments-devs',
                role: 'admin',
                identityProvider: 'okta',
              },
            ],
          }),
        ],
        { groups },
      ),
    ).toEqual({});
  });

  it('takes only that provider’s groups where the Team names a provider', () => {
    const withProvider = (identityProvider?: string) => [
      team('payments', {
        groups: [{ name: 'CN=devs,OU=x', role: 'operator', identityProvider }],
      }),
    ];
    const providerGroups = [{ provider: 'okta', name: 'Devs@example.com' }];
    const there = { payments: 'operator' };
    expect(roles(withProvider('okta'), { providerGroups })).toEqual(there);
    expect(roles(withProvider('other'), { providerGroups })).toEqual({});
    expect(roles(withProvider(), { providerGroups })).toEqual(there);
  });

  it.each(['system:masters', 'System:Masters', 'butler:platform-admins'])(
    'never comes from a group called %s',
    name => {
      const teams = [team('payments', { groups: [{ name, role: 'admin' }] })];
      const caller = resolve(teams, { groups: [name] });
      expect(caller.principal.teams).toEqual([]);
      expect(caller.impersonated.groups).toEqual([]);
    },
  );

  it('takes the highest role, and viewer where none is named', () => {
    expect(
      roles(
        [
          team('payments', {
            users: [{ name: EMAIL, role: 'viewer' }],
            groups: [{ name: 'devs', role: 'admin' }],
          }),
          team('search', { users: [{ name: EMAIL }] }),
        ],
        { groups: ['devs'] },
      ),
    ).toEqual({ payments: 'admin', search: 'viewer' });
  });

  it('gives platform admins and viewers every team, unless they have more there', () => {
    const teams = [
      team('payments', { users: [{ name: EMAIL, role: 'operator' }] }),
      team('search'),
    ];
    const admin = [user(EMAIL, { platformRole: 'admin' })];
    const viewer = [user(EMAIL, { platformRole: 'viewer' })];
    expect(roles(teams, {}, admin)).toEqual({
      payments: 'admin',
      search: 'admin',
    });
    expect(roles(teams, {}, viewer)).toEqual({
      payments: 'operator',
      search: 'viewer',
    });
  });

  it('still honours the deprecated isPlatformAdmin', () => {
    const caller = resolve([], {}, [
      user(EMAIL, { isPlatformAdmin: true, platformRole: 'viewer' }),
    ]);
    expect(caller.me.platformRole).toBe('admin');
    expect(caller.impersonated.groups).toEqual(['butler:platform-admins']);
  });

  it('sends Kubernetes only the groups that a Team names', () => {
    const teams = [
      team('payments', {
        groups: [{ name: 'CN=devs,OU=x', role: 'operator' }],
      }),
    ];
    expect(
      resolve(teams, { groups: ['devs', 'everybody'] }).impersonated,
    ).toEqual({ user: EMAIL, groups: ['CN=devs,OU=x'] });
  });

  it.each<[string, Partial<Identity>, User[], RegExp]>([
    [
      'has no e-mail',
      { email: undefined },
      [user(EMAIL)],
      /spec\.profile\.email/,
    ],
    ['is unknown to Butler', {}, [], /platform admin to create/],
    ['is disabled', {}, [user(EMAIL, { disabled: true })], /disabled/],
    ['is in phase Disabled', {}, [user(EMAIL, {}, 'Disabled')], /disabled/],
    ['is locked', {}, [user(EMAIL, {}, 'Locked')], /locked/],
    [
      'is there twice',
      {},
      [user(EMAIL), user(EMAIL.toUpperCase())],
      /more than one/,
    ],
    [
      'has an address that looks like another’s',
      { email: '\u212aelly@example.com' },
      [user('kelly@example.com')],
      /Kubernetes cannot work with/,
    ],
    [
      'is one of Kubernetes’ own',
      { email: 'system:x@example.com' },
      [user('system:x@example.com')],
      /Kubernetes cannot work with/,
    ],
  ])('is nobody when the person %s', (_, identity, users, words) => {
    expect(() => resolve([], identity, users)).toThrow(words);
  });
});
