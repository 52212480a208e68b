import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  ALL_WORKSPACE_ACTIONS,
  templateReadPermission,
  workspaceReadPermission,
} from '@butler-portal/plugin-butler-common';
import type {
  TeamRole,
  Workspace,
  WorkspaceAction,
} from '@butler-portal/plugin-butler-common';
import fc from 'fast-check';
import {
  team,
  user,
  workspace as workspaceObject,
} from '../../__testUtils__/objects';
import type { ButlerCache } from '../../cache/ButlerCache';
import { ObjectStore } from '../../cache/ObjectStore';
import { WORKSPACE_INDEXERS } from '../../cache/workspaceIndexes';
import { visibleWorkspaces } from '../../workspaces/visible';
import { resolveCaller } from '../Caller';
import { onWorkspace } from '../requirements';
import { UNRESTRICTED } from './Policy';
import type { PolicyView } from './Policy';
import { compile } from './compile';
import { PERMISSIONS } from './actionPermissions';
import type { WorkspaceResource } from './resources';
import {
  createTemplateConditionalDecision,
  createWorkspaceConditionalDecision,
  sshKeyRules,
  templateConditions,
  templateRules,
  workspaceConditions,
  workspaceRules,
} from './rules';

const { isOwner, inTeam, onCluster } = workspaceConditions;
const RULES = {
  'butler-workspace': workspaceRules,
  'butler-template': templateRules,
  'butler-ssh-key': sshKeyRules,
};
const ME = 'me@example.com';
const registry = mockServices.permissionsRegistry.mock({
  getPermissionRuleset: (({ resourceType }: { resourceType: string }) => ({
    getRuleByName(name: string) {
      const rules = RULES[resourceType as keyof typeof RULES];
      const found = Object.values(rules).find(rule => rule.name === name);
      if (!found) throw new Error(`no rule ${name}`);
      return found;
    },
  })) as never,
});

type Criteria = PermissionCriteria<PermissionCondition<'butler-workspace'>>;

function workspacesThat(criteria: Criteria) {
  return compile(
    createWorkspaceConditionalDecision(workspaceReadPermission, criteria),
    'butler-workspace',
    registry,
  );
}

const MINE: WorkspaceResource = {
  team: 'payments',
  owner: 'Me@example.com',
  cluster: 'payments-dev',
};
const mine = isOwner({ emails: ['me@example.com'] });

describe('conditions of a policy on workspaces', () => {
  it('go by owner, team and cluster', () => {
    expect(workspacesThat(mine)(MINE)).toBe(true);
    expect(workspacesThat(inTeam({ teams: ['search'] }))(MINE)).toBe(false);
    expect(
      workspacesThat(onCluster({ clusters: ['payments-dev'] }))(MINE),
    ).toBe(true);
  });

  it('are joined by allOf, anyOf and not', () => {
    const elsewhere = onCluster({ clusters: ['search-dev'] });
    expect(workspacesThat({ allOf: [mine, elsewhere] })(MINE)).toBe(false);
    expect(workspacesThat({ anyOf: [mine, elsewhere] })(MINE)).toBe(true);
    expect(workspacesThat({ not: elsewhere })(MINE)).toBe(true);
    expect(workspacesThat({ not: { anyOf: [mine] } })(MINE)).toBe(false);
  });

  it.each<[string, object]>([
    ['a rule that there is not', { ...mine, rule: 'isFriend' }],
    ['parameters that it does not take', { ...mine, params: { emails: 'me' } }],
    ['no parameters', { ...mine, params: undefined }],
  ])('are not applied when they name %s', (_, condition) => {
    expect(() => workspacesThat(condition as Criteria)).toThrow();
  });

  it('are not applied to objects of another type', () => {
    const decision = createWorkspaceConditionalDecision(
      workspaceReadPermission,
      mine,
    );
    expect(() => compile(decision, 'butler-template', registry)).toThrow();
  });
});

describe('conditions of a policy on templates', () => {
  const templatesThat = (
    criteria: PermissionCriteria<PermissionCondition<'butler-template'>>,
  ) =>
    compile(
      createTemplateConditionalDecision(templateReadPermission, criteria),
      'butler-template',
      registry,
    );

  it('go by category and team', () => {
    const data = templateConditions.hasCategory({ categories: ['data'] });
    expect(templatesThat(data)({ category: 'data' })).toBe(true);
    expect(templatesThat(data)({ category: 'custom' })).toBe(false);
    const ours = templateConditions.inTeam({ teams: ['payments'] });
    expect(templatesThat(ours)({ team: 'payments', category: 'data' })).toBe(
      true,
    );
    expect(templatesThat(ours)({ category: 'data' })).toBe(false);
  });
});

describe('a policy', () => {
  const name = fc.constantFrom('one', 'two');
  const email = fc.constantFrom('me@example.com', 'you@example.com');
  const leaf = fc.oneof(
    fc.array(email).map(emails => isOwner({ emails })),
    fc.array(name).map(teams => inTeam({ teams })),
    fc.array(name).map(clusters => onCluster({ clusters })),
  );
  const { criteria } = fc.letrec<{ criteria: Criteria }>(tie => {
    const some = fc.array(tie('criteria'), { minLength: 1, maxLength: 3 });
    return {
      criteria: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaf,
        some.map(allOf => ({ allOf } as Criteria)),
        some.map(anyOf => ({ anyOf } as Criteria)),
        tie('criteria').map(not => ({ not } as Criteria)),
      ),
    };
  });
  function setUp(facts: WorkspaceResource, mineThere: TeamRole) {
    const caller = resolveCaller(
      { userEntityRef: 'user:default/me', email: ME, groups: [] },
      [user(ME)],
      [team('one', { users: [{ name: ME, role: mineThere }] }), team('two')],
    );
    const store = new ObjectStore<Workspace>(WORKSPACE_INDEXERS);
    const { owner, cluster, team: namespace } = facts;
    store
      .scope()
      .replace([workspaceObject('it', { owner, cluster, namespace })], '1');
    return { caller, store };
  }

  function grants(
    action: WorkspaceAction,
    facts: WorkspaceResource,
    mineThere: TeamRole,
    policy: PolicyView,
  ): boolean {
    const { caller, store } = setUp(facts, mineThere);
    const cache = { workspaces: { store } } as unknown as ButlerCache;
    const params = { team: facts.team, name: 'it' };
    try {
      onWorkspace(action).grant({ caller, params, cache, policy });
      return true;
    } catch (error) {
      // A refusal is an answer here.
      return false;
    }
  }

  function sees(
    facts: WorkspaceResource,
    mineThere: TeamRole,
    policy: PolicyView,
  ): boolean {
    const { caller, store } = setUp(facts, mineThere);
    return visibleWorkspaces(store, caller.principal, policy).length > 0;
  }

  const role = fc.constantFrom<TeamRole>('viewer', 'operator', 'admin');
  const workspace = fc.record({ team: name, owner: email, cluster: name });

  /** The criteria read by hand. */
  function holds(each: Criteria, resource: WorkspaceResource): boolean {
    if ('allOf' in each) return each.allOf.every(one => holds(one, resource));
    if ('anyOf' in each) return each.anyOf.some(one => holds(one, resource));
    if ('not' in each) return !holds(each.not, resource);
    const { rule, params } = each as PermissionCondition;
    const values = Object.values(params ?? {}).flat();
    const field = { isOwner: 'owner', inTeam: 'team', onCluster: 'cluster' };
    const key = field[rule as keyof typeof field];
    return values.includes(resource[key as keyof WorkspaceResource]);
  }

  it('says the same compiled as read by hand', () => {
    fc.assert(
      fc.property(criteria, workspace, (given, resource) => {
        expect(workspacesThat(given)(resource)).toBe(holds(given, resource));
      }),
    );
  });

  it('only narrows what Butler’s rules allow, whatever it says', () => {
    fc.assert(
      fc.property(criteria, workspace, role, (given, facts, mineThere) => {
        const predicate = workspacesThat(given);
        const narrowed = { sees: predicate, allows: predicate, key: 'x' };
        for (const action of ALL_WORKSPACE_ACTIONS) {
          const allowed = grants(action, facts, mineThere, UNRESTRICTED);
          expect(grants(action, facts, mineThere, narrowed)).toBe(
            allowed && holds(given, facts),
          );
        }
        const seen = sees(facts, mineThere, UNRESTRICTED);
        expect(sees(facts, mineThere, narrowed)).toBe(
          seen && holds(given, facts),
        );
      }),
    );
  });

  it('is asked about everything but who one is and which images there are', () => {
    const without = Object.entries(PERMISSIONS).filter(([, each]) => !each);
    expect(without.map(([action]) => action).sort()).toEqual([
      'image.view',
      'me.view',
    ]);
  });

  it('that says yes or no says it of everything', () => {
    const say = (result: 'ALLOW' | 'DENY') =>
      compile({ result }, 'butler-workspace', registry)(MINE);
    expect(say(AuthorizeResult.ALLOW)).toBe(true);
    expect(say(AuthorizeResult.DENY)).toBe(false);
  });
});
