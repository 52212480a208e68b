import { parse } from 'yaml';
import { JsonObject } from '../types';
import { Sandbox } from '../../sandbox';
import { startSandbox } from '../../startSandbox';
import {
  aWorkspace,
  eventually,
  TestClient,
  workspacesOf,
} from '../../__testUtils__/client';

const PAYMENTS = workspacesOf('payments');
const ALL = '/apis/butler.butlerlabs.dev/v1alpha1/workspaces';

describe('the Portal’s service account', () => {
  let sandbox: Sandbox;
  let portal: TestClient;

  beforeAll(async () => {
    sandbox = await startSandbox();
    const { users } = parse(sandbox.portalKubeconfig);
    portal = new TestClient(sandbox, users[0].user.token);
  });
  afterAll(async () => {
    await portal.close();
    await sandbox.stop();
  });

  const as = (user: string, ...groups: string[]) => ({
    'Impersonate-User': user,
    ...(groups[0] && { 'Impersonate-Group': groups[0] }),
  });
  const statusOf = async (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => (await portal.request(method, path, body, headers)).status;

  it('reads what the pages show, and writes no workspace itself', async () => {
    expect(await statusOf('GET', ALL)).toBe(200);
    expect(await statusOf('POST', PAYMENTS, aWorkspace('own'))).toBe(403);
  });

  it('writes as a member of the team, and not where the person has no rights', async () => {
    const developer = as('developer@example.com');
    const made = aWorkspace('as-developer');
    expect(await statusOf('POST', PAYMENTS, made, developer)).toBe(201);
    expect(
      await statusOf('GET', workspacesOf('search'), undefined, developer),
    ).toBe(403);
  });

  it.each([
    ['butler:platform-admins', 200],
    ['search-helpers@example.com', 403],
    ['system:masters', 403],
    ['made-up', 403],
  ])('as a member of %s: %i', async (group, status) => {
    const headers = as('someone@example.com', group);
    expect(await statusOf('GET', ALL, undefined, headers)).toBe(status);
  });

  it('is told the truth by an access review', async () => {
    const review = async (verb: string) => {
      const { body } = await portal.request<{ status: JsonObject }>(
        'POST',
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: {
            resourceAttributes: {
              verb,
              group: 'butler.butlerlabs.dev',
              resource: 'users',
            },
          },
        },
      );
      return body.status.allowed;
    };
    expect(await review('patch')).toBe(true);
    expect(await review('delete')).toBe(false);
  });

  it('has a rule no longer than the role has it', async () => {
    const key = { name: 'butler-portal' };
    const rules = sandbox.objects.get('clusterroles', key)?.rules;
    sandbox.objects.patch('clusterroles', key, { rules: [] });
    expect(await statusOf('GET', ALL)).toBe(403);
    sandbox.objects.patch('clusterroles', key, { rules });
    expect(await statusOf('GET', ALL)).toBe(200);
  });

  it('writes as whom a Team names, as long as it does', async () => {
    const team = { name: 'payments' };
    const access = sandbox.objects.get('teams', team)?.spec?.access;
    const developer = as('developer@example.com');
    sandbox.objects.patch('teams', team, { spec: { access: { users: [] } } });
    await eventually(async () =>
      expect(await statusOf('GET', PAYMENTS, undefined, developer)).toBe(403),
    );
    sandbox.objects.patch('teams', team, { spec: { access } });
    await eventually(async () =>
      expect(await statusOf('GET', PAYMENTS, undefined, developer)).toBe(200),
    );
  });
});
