import type {
  Principal,
  TeamRole,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { UNRESTRICTED } from '../access/policy/Policy';
import { ObjectStore } from '../cache/ObjectStore';
import { WORKSPACE_INDEXERS } from '../cache/workspaceIndexes';
import { workspace } from '../__testUtils__/objects';
import { visibleWorkspaces } from './visible';
import type { Narrowing } from './visible';

const ME = 'developer@example.com';

function person(role: TeamRole): Principal {
  const [team, namespace, displayName] = ['payments', 'payments', 'Payments'];
  return { email: ME, teams: [{ team, namespace, displayName, role }] };
}

describe('visibleWorkspaces', () => {
  let touched: Set<string>;
  let store: ObjectStore<Workspace>;

  /** Says who looks at what is in it. */
  function watched(object: Workspace): Workspace {
    return new Proxy(object, {
      get(target, key, receiver) {
        touched.add(`${target.metadata.namespace}/${target.metadata.name}`);
        return Reflect.get(target, key, receiver);
      },
    });
  }

  beforeEach(() => {
    touched = new Set();
    store = new ObjectStore(WORKSPACE_INDEXERS);
    const objects = ['payments', 'search'].flatMap(namespace =>
      Array.from({ length: 100 }, (_, index) =>
        workspace(`ws-${index}`, {
          namespace,
          owner: index < 3 ? ME.toUpperCase() : `somebody-${index}@example.com`,
          cluster: `cluster-${index % 50}`,
        }),
      ),
    );
    const unique = objects.map((object, index) => ({
      ...object,
      metadata: { ...object.metadata, uid: `uid-${index}` },
    }));
    store.scope().replace(unique.map(watched), '1');
    touched.clear();
  });

  it.each<[string, TeamRole, Narrowing, number, number]>([
    ['an operator: their own', 'operator', {}, 3, 3],
    ['an admin: the team’s', 'admin', {}, 100, 100],
    ['a viewer: the team’s', 'viewer', {}, 100, 100],
    ['mine', 'admin', { mine: 'true' }, 3, 3],
    ['of an owner', 'admin', { owner: 'somebody-7@example.com' }, 1, 1],
    ['on a cluster', 'admin', { cluster: 'cluster-7' }, 2, 2],
    ['of another team', 'admin', { team: 'search' }, 0, 0],
  ])(
    'touches just what is asked for by %s',
    (_, role, narrow, found, looked) => {
      const visible = visibleWorkspaces(
        store,
        person(role),
        UNRESTRICTED,
        narrow,
      );
      expect(visible).toHaveLength(found);
      expect(touched.size).toBe(looked);
    },
  );

  it('follows an owner and a cluster that change', () => {
    const moved = workspace('ws-1', {
      owner: 'somebody-else@example.com',
      cluster: 'elsewhere',
      resourceVersion: '2',
    });
    moved.metadata.uid = 'uid-1';
    store.scope().apply({ type: 'MODIFIED', object: moved });
    const admin = person('admin');
    const count = (narrow: Narrowing) =>
      visibleWorkspaces(store, admin, UNRESTRICTED, narrow).length;
    expect(count({ mine: 'true' })).toBe(2);
    expect(count({ owner: 'somebody-else@example.com' })).toBe(1);
    expect(count({ cluster: 'elsewhere' })).toBe(1);
    store.scope().apply({ type: 'DELETED', object: moved });
    expect(count({ cluster: 'elsewhere' })).toBe(0);
  });
});
