import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { startSandbox } from '@butler-portal/sandbox';
import type { Sandbox, SandboxOptions } from '@butler-portal/sandbox';
import butlerPlugin from '..';
import { assertDescribed } from './describedAnswers';
import { eventually } from './eventually';
import { EventStream } from './EventStream';
import { permissionBackend } from './permissionBackend';
import { policyService } from './policyService';
import type { TestPolicy } from './policyService';

/** The answer to a request of a test. */
export interface PortalAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  // Tests look at whatever came back.
  body: ReturnType<typeof JSON.parse>;
}

/** A person, as tests speak for them. */
export interface Person {
  get(path: string, headers?: Record<string, string>): Promise<PortalAnswer>;
  post(
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<PortalAnswer>;
  put(path: string, body?: unknown): Promise<PortalAnswer>;
  patch(path: string, body?: unknown): Promise<PortalAnswer>;
  delete(path: string): Promise<PortalAnswer>;
  events(
    query?: string,
    lastEventId?: string,
    headers?: Record<string, string>,
  ): Promise<EventStream>;
}

/** The plugin in a real backend, on a sandbox. */
export interface Portal {
  sandbox: Sandbox;
  /** Of the plugin's API. */
  url: string;
  as(name: string | undefined): Person;
  stop(): Promise<void>;
}

/** What differs from the usual. */
export interface PortalOptions {
  sandbox?: SandboxOptions;
  butler?: object;
  app?: object;
  /** Groups of catalog users, by name of the user. */
  groups?: Record<string, string[]>;
  /** Names of further catalog users. */
  people?: string[];
  /** E-mail addresses of catalog users that are not like their names, by name. */
  emails?: Record<string, string>;
  /** Services that take the place of the usual ones. */
  features?: BackendFeature[];
  /** What Backstage's permissions service answers. Without it there is the real one, see below. */
  policy?: TestPolicy;
  /** Behind the real permission backend. Without it `permission.enabled` is false. */
  permissionPolicy?: PermissionPolicy;
}

const PEOPLE = [
  'developer',
  'viewer',
  'team-admin',
  'platform-admin',
  'other-developer',
  'stranger',
];

function entityOf(
  name: string,
  groups: string[] = [],
  email: string = `${name}@example.com`,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name },
    spec: { profile: { email } },
    relations: groups.map(group => ({
      type: 'memberOf',
      targetRef: `group:default/${group}`,
    })),
  };
}

const NO_EMAIL: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'no-email' },
  spec: { profile: {} },
};

function call(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<PortalAnswer> {
  return new Promise((resolve, reject) => {
    // node:http sends a path as it is, where fetch would resolve its dots.
    const sent = request(
      { port, host: '127.0.0.1', method, path: `/api/butler${path}`, headers },
      response => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', chunk => {
          text += chunk;
        });
        response.on('end', () => {
          const isJson = /json/.test(response.headers['content-type'] ?? '');
          const answer = {
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            body: isJson ? JSON.parse(text) : undefined,
          };
          try {
            assertDescribed(method, path, answer);
            resolve(answer);
          } catch (error) {
            reject(error);
          }
        });
      },
    );
    sent.on('error', reject);
    if (body !== undefined) {
      if (!sent.hasHeader('content-type')) {
        sent.setHeader('content-type', 'application/json');
      }
      sent.write(typeof body === 'string' ? body : JSON.stringify(body));
    }
    sent.end();
  });
}

function personAt(port: number, name: string | undefined): Person {
  const authorization = name
    ? mockCredentials.user.header(`user:default/${name}`)
    : mockCredentials.none.header();
  const auth = { authorization };
  return {
    get: (path, headers) => call(port, 'GET', path, { ...headers, ...auth }),
    post: (path, body, headers) =>
      call(port, 'POST', path, { ...headers, ...auth }, body),
    put: (path, body) => call(port, 'PUT', path, auth, body),
    patch: (path, body) => call(port, 'PATCH', path, auth, body),
    delete: path => call(port, 'DELETE', path, auth),
    events: (query = '', lastEventId = '', headers = {}) =>
      EventStream.open(`http://127.0.0.1:${port}/api/butler/events${query}`, {
        ...headers,
        ...auth,
        ...(lastEventId && { 'last-event-id': lastEventId }),
      }),
  };
}

/** Starts a sandbox and a backend with the plugin on it; resolves when the caches are filled. */
export async function startPortal(
  options: PortalOptions = {},
): Promise<Portal> {
  const directory = await mkdtemp(join(tmpdir(), 'butler-backend-'));
  const kubeconfigFile = join(directory, 'kubeconfig');
  const sandbox = await startSandbox({
    ...options.sandbox,
    portalKubeconfigFile: kubeconfigFile,
  });
  const {
    emails = {},
    groups = {},
    people = [],
    features = [],
    policy,
    permissionPolicy,
  } = options;
  const backend = await startTestBackend({
    features: [
      butlerPlugin,
      ...features,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          butler: {
            managementCluster: { kubeconfig: { path: kubeconfigFile } },
            // Tests change the policy between two requests.
            permissions: { cacheSeconds: 0 },
            ...options.butler,
          },
          ...(options.app && { app: options.app }),
          permission: { enabled: permissionPolicy !== undefined },
        },
      }),
      policy ? policyService(policy) : permissionsServiceFactory,
      ...(permissionPolicy ? permissionBackend(permissionPolicy) : []),
      catalogServiceMock.factory({
        entities: [
          ...[...PEOPLE, ...people].map(name =>
            entityOf(name, groups[name], emails[name]),
          ),
          NO_EMAIL,
        ],
      }),
    ],
  });
  const { port } = backend.server.address() as AddressInfo;
  const as = (name: string | undefined) => personAt(port, name);
  await eventually(async () => {
    const { status } = await as(undefined).get('/health');
    if (status !== 200) throw new Error(`/health is ${status}`);
  });
  return {
    sandbox,
    url: `http://127.0.0.1:${port}/api/butler`,
    as,
    async stop() {
      await backend.stop();
      await sandbox.stop();
      await rm(directory, { recursive: true });
    },
  };
}
