import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { mockCredentials } from '@backstage/backend-test-utils';
import { isDnsLabel } from '@butler-portal/plugin-butler-common';
import fc from 'fast-check';
import { declaredRoutes, nameOf } from '../__testUtils__/routeTargets';
import { startPortal } from '../__testUtils__/startPortal';
import type { Portal } from '../__testUtils__/startPortal';
import type { Route } from './route';

jest.setTimeout(300_000);

const REQUESTS = 20_000;
/** A request that takes longer hangs: nothing here waits for anything. */
const HANGS_MS = 30_000;
const CONCURRENCY = 24;

interface Shot {
  method: string;
  path: string;
  person: string | undefined;
  headers: Record<string, string>;
  body?: string;
}

const PEOPLE = [
  'developer',
  'developer',
  'team-admin',
  'platform-admin',
  'viewer',
  'other-developer',
  undefined,
];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '..',
    '.',
    '',
    '%00',
    '%2e%2e',
    '%2F',
    'a/b',
    'a%2fb',
    'A',
    'a_b',
    '-',
    '*',
    '\u0000',
    '💥',
    '__proto__',
    'constructor',
    'toString',
    'true',
    'null',
    '0',
    '-1',
    '1e400',
    'NaN',
    '../../secrets',
    'payments;rm',
    '${7*7}',
    '\r\nX: y',
    'a'.repeat(64),
    'a'.repeat(300),
    '\ud800',
  ),
);
const validName = fc.constantFrom(
  'payments',
  'search',
  'checkout-refunds',
  'ledger-upgrade',
  'payments-dev',
  'go',
  'no-such-thing',
  `SHA256:${'A'.repeat(43)}`,
);
const json = fc.jsonValue({ maxDepth: 4 });
const scalar = fc.oneof(json, text, fc.double(), fc.bigInt().map(String));

/** The one most of the time, so that the rest of a request is reached. */
function rarely<T, U>(odd: fc.Arbitrary<T>, usual: U): fc.Arbitrary<T | U> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: odd },
  );
}

/** A body that would do, before it is mutated. */
const valid = fc.constantFrom<object>(
  {
    name: 'fuzzed',
    spec: {
      clusterRef: { name: 'payments-dev' },
      image: 'ghcr.io/acme/go:1.24',
      repositories: [
        {
          url: 'https://git.example.com/a.git',
          branch: 'main',
          secretRef: { name: 'git' },
        },
      ],
      resources: { cpu: '2', memory: '4Gi' },
      envFrom: { kind: 'Deployment', name: 'api', namespace: 'default' },
      dotfiles: {
        url: 'https://git.example.com/d.git',
        installCommand: 'make',
      },
      idleTimeout: '4h',
      autoStopAfter: '8h',
      storageSize: '10Gi',
    },
  },
  {
    spec: { image: 'ghcr.io/acme/go:1.25', resources: { cpu: '1' } },
    metadata: { resourceVersion: '1' },
  },
  {
    name: 'laptop',
    publicKey:
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA a@b',
  },
  {
    name: 'fuzzed',
    spec: {
      displayName: 'A',
      icon: 'Code',
      category: 'data',
      template: { image: 'a/b:1' },
    },
  },
);

type Json = { [key: string]: unknown };

/** Puts something else at one place of the value, takes the place away, or adds one. */
function mutate(value: unknown, path: number[], replacement: unknown): unknown {
  if (typeof value !== 'object' || value === null || path.length === 0)
    return replacement;
  const [step, ...rest] = path;
  const keys = Object.keys(value);
  const key = keys[step % (keys.length + 1)];
  if (key === undefined) {
    // Not String(): a made-up object may bring a toString of its own that is no function.
    const added = String(JSON.stringify(replacement)).slice(0, 30);
    return { ...value, [added]: replacement };
  }
  const copy: Json = Array.isArray(value)
    ? ([...value] as unknown as Json)
    : { ...value };
  if (replacement === undefined) delete copy[key];
  else copy[key] = mutate(copy[key], rest, replacement);
  return copy;
}

const mutated = fc
  .tuple(
    valid,
    fc.array(fc.nat(9), { maxLength: 5 }),
    fc.option(scalar, { nil: undefined }),
  )
  .map(([body, path, replacement]) =>
    JSON.stringify(mutate(body, path, replacement)),
  );
const body = fc.oneof(
  { weight: 5, arbitrary: mutated },
  { weight: 2, arbitrary: json.map(value => JSON.stringify(value)) },
  { weight: 1, arbitrary: text },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '{"a":',
      '[[[[',
      '\ufeff{}',
      '{"__proto__":{"a":1}}',
      '"',
      '[]',
      '{}',
    ),
  },
);
const query = fc.array(
  fc.tuple(
    fc.oneof(
      fc.constantFrom(
        'team',
        'cluster',
        'owner',
        'phase',
        'q',
        'mine',
        'sort',
        'limit',
        'cursor',
        'dryRun',
        'uid',
        'kinds',
        'team[]',
        'team[a]',
        'q[$gt]',
      ),
      text,
    ),
    fc.oneof(
      text,
      validName,
      fc.constantFrom(
        'name',
        '-created',
        '50',
        'Running',
        'workspaces,templates',
      ),
    ),
    fc.boolean(),
  ),
  { maxLength: 4 },
);

function encodeSafely(value: string): string {
  return encodeURIComponent(value.replace(/[\ud800-\udfff]/g, '�'));
}

/** As it is where HTTP lets it through, encoded otherwise. */
function raw(value: string): string {
  return value.replace(/[^\x21-\x7e]|[?#]/g, encodeSafely);
}

const header = fc
  .tuple(
    fc.constantFrom(
      'idempotency-key',
      'last-event-id',
      'x-request-id',
      'if-match',
      'accept',
      'origin',
      'impersonate-user',
      'impersonate-group',
      'x-forwarded-for',
      'x-http-method-override',
      'content-type',
      'accept-language',
    ),
    text,
  )
  // What node:http itself would not send tests node:http.
  .map(([name, value]) => [name, value.replace(/[^\x20-\x7e]/g, '')] as const);

function shotAt(routes: Route[]): fc.Arbitrary<Shot> {
  return fc
    .record({
      route: fc.constantFrom(...routes),
      method: rarely(
        fc.constantFrom(
          'GET',
          'POST',
          'PUT',
          'PATCH',
          'DELETE',
          'HEAD',
          'OPTIONS',
        ),
        undefined,
      ),
      names: fc.array(
        fc.oneof(
          { weight: 3, arbitrary: validName },
          { weight: 1, arbitrary: text },
        ),
        { minLength: 3, maxLength: 3 },
      ),
      encoded: fc.boolean(),
      suffix: rarely(text, ''),
      query: fc.oneof(fc.constant([] as [string, string, boolean][]), query),
      person: fc.constantFrom(...PEOPLE),
      headers: rarely(fc.array(header, { maxLength: 3 }), []),
      body: fc.oneof(
        { weight: 5, arbitrary: body },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
    })
    .map(shot => {
      const names = [...shot.names];
      const path = shot.route.path.replace(/:[a-z]+/g, parameter => {
        // Most paths name a team that there is, or nothing behind it would be reached.
        if (parameter === ':team' && shot.encoded) return 'payments';
        const name = names.pop() ?? '';
        return shot.encoded ? encodeSafely(name) : raw(name);
      });
      const search = shot.query
        .map(([key, value, encoded]) =>
          encoded
            ? `${encodeSafely(key)}=${encodeSafely(value)}`
            : `${raw(key)}=${raw(value)}`,
        )
        .join('&');
      const method = shot.method ?? shot.route.method.toUpperCase();
      return {
        method,
        path: `${path}${raw(shot.suffix)}${search && `?${search}`}`,
        person: shot.person,
        headers: Object.fromEntries(shot.headers),
        body: method === 'GET' || method === 'HEAD' ? undefined : shot.body,
      };
    });
}

/** Answers the status; a stream is left as soon as it begins. */
function shoot(portal: Portal, agent: Agent, shot: Shot): Promise<number> {
  const authorization = shot.person
    ? mockCredentials.user.header(`user:default/${shot.person}`)
    : mockCredentials.none.header();
  const { hostname, port } = new URL(portal.url);
  return new Promise((resolve, reject) => {
    const answered = (response: IncomingMessage) => {
      const status = response.statusCode ?? 0;
      if (/event-stream/.test(response.headers['content-type'] ?? '')) {
        response.destroy();
        resolve(status);
        return;
      }
      response.resume();
      response.on('end', () => resolve(status));
    };
    const sent = request(
      {
        agent,
        hostname,
        port,
        method: shot.method,
        path: `/api/butler${shot.path}`,
        timeout: HANGS_MS,
        headers: {
          ...(shot.body !== undefined && {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(shot.body)),
          }),
          ...shot.headers,
          authorization,
        },
      },
      answered,
    );
    sent.on('timeout', () => sent.destroy(new Error('hangs')));
    sent.on('error', reject);
    sent.end(shot.body);
  });
}

/** What the path of a request to Kubernetes may consist of. */
function isSound(path: string): boolean {
  const [place] = path.split('?');
  return place
    .slice(1)
    .split('/')
    .every(
      segment =>
        isDnsLabel(segment) ||
        [
          'butler.butlerlabs.dev',
          'authorization.k8s.io',
          'metrics.k8s.io',
        ].includes(segment) ||
        /^[a-z0-9-]+\.[a-z0-9.-]+$/.test(segment),
    );
}

it('no request makes a 500, hangs, or brings a bad name to Kubernetes', async () => {
  const routes = declaredRoutes();
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
  const portal = await startPortal();
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const reached = new Map<string, number>();
  const wrong: string[] = [];
  try {
    const shots = fc.sample(shotAt(routes), { seed, numRuns: REQUESTS });
    // One iterator for all: each takes the next.
    const queue = shots.values();
    await Promise.all(
      Array.from({ length: CONCURRENCY }, async () => {
        for (const shot of queue) {
          const outcome = await shoot(portal, agent, shot).catch(String);
          const kind = String(outcome);
          reached.set(kind, (reached.get(kind) ?? 0) + 1);
          const fine =
            typeof outcome === 'number' &&
            (outcome < 500 || outcome === 503 || outcome === 504);
          if (!fine) wrong.push(`${outcome} ${JSON.stringify(shot)}`);
        }
      }),
    );
    expect({ seed, wrong: wrong.slice(0, 5), number: wrong.length }).toEqual({
      seed,
      wrong: [],
      number: 0,
    });
    const unsound = portal.sandbox.requests
      .all()
      .filter(({ path }) => !isSound(path));
    expect({ seed, unsound: unsound.slice(0, 5) }).toEqual({
      seed,
      unsound: [],
    });
    // It has to reach the handlers to be worth anything.
    expect(reached.get('200')).toBeGreaterThan(REQUESTS / 20);
    expect(reached.get('400')).toBeGreaterThan(REQUESTS / 10);
    expect((await portal.as('developer').get('/me')).status).toBe(200);
  } finally {
    agent.destroy();
    await portal.stop();
  }
  expect(routes.map(nameOf).length).toBeGreaterThan(20);
});
