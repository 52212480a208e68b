import { KubeConfig } from '@kubernetes/client-node';
import { startSandbox } from '@butler-portal/sandbox';
import type { Sandbox } from '@butler-portal/sandbox';
import { createClusterAccess } from './ClusterAccess';
import { KubernetesClient } from './KubernetesClient';
import { MERGE_PATCH } from './mediaTypes';
import type { KubernetesRequest } from './KubernetesClient';
import { explainRight, missingRights, neededRights } from './ownRights';
import type { Right } from './ownRights';
import { collectionPath, objectPath } from './paths';
import { SECRETS, USERS, WORKSPACES } from './resourceTypes';

interface Rule {
  resources: string[];
  verbs: string[];
  resourceNames?: string[];
}

/** Just what the Portal does with each right. */
function requestFor({ attributes }: Right): KubernetesRequest {
  const { group, resource, verb, name } = attributes;
  const type = { group, version: group ? 'v1alpha1' : 'v1', plural: resource };
  const namespaced = !['teams', 'users'].includes(resource);
  switch (verb) {
    case 'list':
      return {
        method: 'GET',
        path: collectionPath({ ...type, namespaced }),
      };
    case 'watch':
      return {
        method: 'GET',
        path: collectionPath({ ...type, namespaced }),
        query: { watch: 'true', timeoutSeconds: '1' },
      };
    case 'get':
      return {
        method: 'GET',
        path:
          resource === 'users'
            ? objectPath(USERS, { name: 'developer' })
            : objectPath(SECRETS, { namespace: 'payments', name: 'any' }),
      };
    case 'patch':
      return {
        method: 'PATCH',
        path: objectPath(USERS, { name: 'developer' }),
        contentType: MERGE_PATCH,
        body: { spec: { displayName: 'Developer' } },
      };
    default:
      return {
        method: 'GET',
        path: collectionPath(WORKSPACES, 'payments'),
        as: { user: 'team-admin@example.com', groups: name ? [name] : [] },
      };
  }
}

describe('the rights of the Portal’s account', () => {
  let sandbox: Sandbox;
  let client: KubernetesClient;
  const needed = neededRights({ impersonation: true });

  beforeAll(async () => {
    sandbox = await startSandbox();
    const config = new KubeConfig();
    config.loadFromString(sandbox.portalKubeconfig);
    client = new KubernetesClient(await createClusterAccess(config));
  });
  afterAll(async () => {
    await client.close();
    await sandbox.stop();
  });

  function setRules(name: string, rules: object[]) {
    sandbox.objects.patch('clusterroles', { name }, { rules });
  }

  function rulesOf(name: string): Rule[] {
    const role = sandbox.objects.get('clusterroles', { name });
    return (role as unknown as { rules: Rule[] }).rules;
  }

  /** The role's rules without the right. */
  function without(rules: Rule[], { attributes }: Right): Rule[] {
    const { resource, verb, name } = attributes;
    return rules.flatMap(rule => {
      if (!rule.resources.includes(resource) || !rule.verbs.includes(verb)) {
        return [rule];
      }
      if (name) {
        const resourceNames = (rule.resourceNames ?? []).filter(
          each => each !== name,
        );
        return [{ ...rule, resourceNames }];
      }
      const resources = rule.resources.filter(each => each !== resource);
      const verbs = rule.verbs.filter(each => each !== verb);
      return [
        { ...rule, resources },
        { ...rule, resources: [resource], verbs },
      ].filter(part => part.resources.length && part.verbs.length);
    });
  }

  it('are all there with what deploy/ gives', async () => {
    expect(await missingRights(client, needed)).toEqual([]);
  });

  it('are all that deploy/ gives', () => {
    const given = ['butler-portal', 'butler-portal-impersonator'].flatMap(
      role =>
        rulesOf(role).flatMap(({ resources, verbs, resourceNames = [''] }) =>
          resources.flatMap(resource =>
            verbs.flatMap(verb =>
              resourceNames.map(name =>
                [verb, resource, name].join(' ').trim(),
              ),
            ),
          ),
        ),
    );
    const asked = needed.map(({ attributes: { verb, resource, name = '' } }) =>
      [verb, resource, name].join(' ').trim(),
    );
    expect(given.sort()).toEqual(asked.sort());
  });

  it.each(needed.map(right => [explainRight(right).split('. ')[0], right]))(
    'name what fails without: %s',
    async (_, right) => {
      const { verb } = (right as Right).attributes;
      const role =
        verb === 'impersonate' ? 'butler-portal-impersonator' : 'butler-portal';
      const rules = rulesOf(role);
      setRules(role, without(rules, right as Right));
      try {
        await expect(
          client.request(requestFor(right as Right)),
        ).rejects.toMatchObject({ status: 403 });
        const missing = await missingRights(client, needed);
        expect(missing).toEqual([right]);
      } finally {
        setRules(role, rules);
      }
    },
  );

  it('are asked about where the Portal looks, and as what it writes', () => {
    const rights = neededRights({
      impersonation: false,
      namespaces: ['payments'],
    });
    const texts = rights.map(explainRight);
    expect(texts[4]).toMatch(
      /may not list tenantclusters\.\S+ in payments\. Without it .* Apply deploy\/rbac\/portal\.yaml/,
    );
    expect(texts.join()).not.toContain('impersonate');
    // Where the templates for every team are kept.
    expect(texts.join()).toContain(
      'may not watch workspacetemplates.butler.butlerlabs.dev in butler-system',
    );
    expect(texts.at(-1)).toContain('deploy/rbac-without-impersonation');
  });
});
