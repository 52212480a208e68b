import { Agent, fetch } from 'undici';
import { parse } from 'yaml';
import { TestClient } from '../../__testUtils__/client';
import { Sandbox } from '../../sandbox';
import { startSandbox } from '../../startSandbox';
import { makeAuthority } from '../http/tls';
import { JsonObject } from '../types';

const AUTHENTICATION = '/apis/authentication.k8s.io/v1';
const RBAC = 'rbac.authorization.k8s.io';

describe('who somebody is', () => {
  let sandbox: Sandbox;
  let admin: TestClient;

  beforeAll(async () => {
    sandbox = await startSandbox();
    admin = new TestClient(sandbox);
  });
  afterAll(async () => {
    await admin.close();
    await sandbox.stop();
  });

  const portalToken = () =>
    parse(sandbox.portalKubeconfig).users[0].user.token as string;

  const review = async (
    kind: string,
    spec?: object,
    headers?: Record<string, string>,
  ) => {
    const { status, body } = await admin.request<{ status: JsonObject }>(
      'POST',
      `${AUTHENTICATION}/${kind.toLowerCase()}s`,
      { apiVersion: 'authentication.k8s.io/v1', kind, ...(spec && { spec }) },
      headers,
    );
    expect(status).toBe(201);
    return body.status;
  };

  const statusWith = async (certificate: { cert: string; key: string }) => {
    const dispatcher = new Agent({
      connect: { ca: sandbox.ca, ...certificate },
    });
    const { status } = await fetch(`${sandbox.url}/api/v1/namespaces`, {
      dispatcher,
    });
    await dispatcher.destroy();
    return status;
  };

  it('is known by a certificate of the sandbox’s CA, and of no other', async () => {
    const { user } = parse(sandbox.kubeconfig).users[0];
    const pem = (data: string) => Buffer.from(data, 'base64').toString();
    const own = {
      cert: pem(user['client-certificate-data']),
      key: pem(user['client-key-data']),
    };
    expect(await statusWith(own)).toBe(200);
    const foreign = await makeAuthority('foreign', {
      username: 'kubernetes-admin',
      groups: ['system:masters'],
    });
    expect(await statusWith(foreign.admin)).toBe(401);
    // Not even one that names the same CA.
    const namesake = await makeAuthority('butler-sandbox', {
      username: 'kubernetes-admin',
      groups: ['system:masters'],
    });
    expect(await statusWith(namesake.admin)).toBe(401);
  });

  it('is told whom it is impersonated as: user, groups, uid and extra, which the record has as well', async () => {
    sandbox.requests.clear();
    const { userInfo } = await review('SelfSubjectReview', undefined, {
      'Impersonate-User': 'developer@example.com',
      'Impersonate-Group': 'payments',
      'Impersonate-Uid': 'u-1',
      'Impersonate-Extra-Example.com%2fscopes': 'read',
    });
    expect(userInfo).toEqual({
      username: 'developer@example.com',
      uid: 'u-1',
      groups: ['payments', 'system:authenticated'],
      extra: { 'example.com/scopes': ['read'] },
    });
    expect(sandbox.requests.all()).toEqual([
      expect.objectContaining({
        impersonatedUser: 'developer@example.com',
        impersonatedGroups: ['payments'],
        impersonatedUid: 'u-1',
        impersonatedExtra: { 'example.com/scopes': ['read'] },
      }),
    ]);
  });

  it('can have a uid and an extra only by one who may impersonate these', async () => {
    const metadata = { name: 'impersonates-scopes' };
    sandbox.objects.create('clusterroles', {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRole',
      metadata,
      rules: [
        {
          apiGroups: ['authentication.k8s.io'],
          resources: ['userextras/scopes'],
          resourceNames: ['read'],
          verbs: ['impersonate'],
        },
      ],
    });
    sandbox.objects.create('clusterrolebindings', {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', ...metadata },
      subjects: [
        {
          kind: 'ServiceAccount',
          namespace: 'butler-portal',
          name: 'butler-portal',
        },
      ],
    });
    const portal = new TestClient(sandbox, portalToken());
    const ask = async (headers: Record<string, string>) => {
      const { status, body } = await portal.request<{ message: string }>(
        'GET',
        '/apis',
        undefined,
        { 'Impersonate-User': 'developer@example.com', ...headers },
      );
      return status === 200 ? 200 : `${status} ${body.message}`;
    };
    expect(await ask({ 'Impersonate-Extra-Scopes': 'read' })).toBe(200);
    expect(await ask({ 'Impersonate-Extra-Scopes': 'write' })).toMatch(
      /^403 userextras\.authentication\.k8s\.io "write" is forbidden: .*"userextras\/scopes"/,
    );
    expect(await ask({ 'Impersonate-Extra-Other': 'read' })).toMatch(/^403 /);
    expect(await ask({ 'Impersonate-Uid': 'u-1' })).toMatch(
      /^403 uids\.authentication\.k8s\.io "u-1" is forbidden/,
    );
    await portal.close();
  });

  it('is what a token says, when the token is one', async () => {
    expect(await review('TokenReview', { token: portalToken() })).toEqual({
      authenticated: true,
      user: {
        username: 'system:serviceaccount:butler-portal:butler-portal',
        uid: expect.any(String),
        groups: [
          'system:serviceaccounts',
          'system:serviceaccounts:butler-portal',
        ],
      },
    });
    const forged = await review('TokenReview', {
      token: `${portalToken().slice(0, -4)}AAAA`,
    });
    expect(forged).toEqual({ error: expect.any(String) });
  });
});
