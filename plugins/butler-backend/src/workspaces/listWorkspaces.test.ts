import type {
  ListWorkspacesQuery,
  Principal,
} from '@butler-portal/plugin-butler-common';
import { ObjectStore } from '../cache/ObjectStore';
import { WORKSPACE_INDEXERS } from '../cache/workspaceIndexes';
import { workspace } from '../__testUtils__/objects';
import { listWorkspaces } from './listWorkspaces';
import { UNRESTRICTED } from '../access/policy/Policy';
import { visibleWorkspaces } from './visible';

const OTHER = 'other@example.com';

function principal(role: 'viewer' | 'operator' | 'admin'): Principal {
  return {
    email: 'developer@example.com',
    teams: [
      {
        team: 'payments',
        displayName: 'Payments',
        namespace: 'payments-ns',
        role,
      },
    ],
  };
}

const all = [
  workspace('b', { namespace: 'payments-ns', created: '2026-01-03T00:00:00Z' }),
  workspace('a', {
    namespace: 'payments-ns',
    created: '2026-01-01T00:00:00Z',
    owner: OTHER,
  }),
  workspace('c', {
    namespace: 'payments-ns',
    created: '2026-01-02T00:00:00Z',
    cluster: 'other-cluster',
    owner: 'Developer@Example.com',
    status: { phase: 'Running' },
  }),
  workspace('hidden', { namespace: 'search' }),
];

function list(
  query: ListWorkspacesQuery,
  role: Parameters<typeof principal>[0] = 'admin',
) {
  const store = new ObjectStore<(typeof all)[0]>(WORKSPACE_INDEXERS);
  store.scope().replace(all, '1');
  const who = principal(role);
  const page = listWorkspaces(
    visibleWorkspaces(store, who, UNRESTRICTED),
    query,
    who,
  );
  return {
    ...page,
    names: page.items.map(item => item.workspace.metadata.name),
  };
}

describe('listing workspaces', () => {
  it('shows operators their own, viewers and admins all of the team, nobody another team’s', () => {
    expect(list({}, 'operator').names).toEqual(['b', 'c']);
    expect(list({}, 'viewer').names).toEqual(['a', 'b', 'c']);
    expect(list({}, 'admin').names).toEqual(['a', 'b', 'c']);
  });

  it.each<[ListWorkspacesQuery, string[]]>([
    [{ team: 'payments' }, ['a', 'b', 'c']],
    [{ team: 'search' }, []],
    [{ cluster: 'other-cluster' }, ['c']],
    [{ owner: OTHER.toUpperCase() }, ['a']],
    [{ phase: 'Running' }, ['c']],
    [{ phase: 'Pending' }, ['a', 'b']],
    [{ mine: 'true' }, ['b', 'c']],
    [{ mine: 'false' }, ['a', 'b', 'c']],
    [{ q: ' OTHER-c' }, ['c']],
    [{ sort: '-name' }, ['c', 'b', 'a']],
    [{ sort: 'created' }, ['a', 'c', 'b']],
    [{ sort: '-created' }, ['b', 'c', 'a']],
  ])('with %j gives %j', (query, names) => {
    expect(list(query)).toMatchObject({ names, totalItems: names.length });
  });

  it.each(['name', '-name', 'created', '-created'] as const)(
    'gives every row once, page by page, in the order %s',
    sort => {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const page = list({ sort, limit: 1, cursor });
        expect(page.totalItems).toBe(3);
        names.push(...page.names);
        cursor = page.nextCursor;
      } while (cursor);
      expect(names).toEqual(list({ sort }).names);
    },
  );

  it.each(['x', 'bnVsbA', Buffer.from('["name",1,2,3]').toString('base64url')])(
    'refuses the cursor %j',
    cursor => {
      expect(() => list({ cursor })).toThrow(/cursor/);
    },
  );

  it('refuses a cursor of another order', () => {
    const { nextCursor } = list({ sort: 'name', limit: 1 });
    expect(() => list({ sort: '-name', cursor: nextCursor })).toThrow(/cursor/);
  });
});
