import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@butler-portal/sandbox';
import type { Sandbox } from '@butler-portal/sandbox';
import { parse, stringify } from 'yaml';
import { createClusterAccess } from './ClusterAccess';
import { KubernetesClient } from './KubernetesClient';
import { loadManagementCluster } from './managementCluster';
import { collectionPath } from './paths';
import { WORKSPACES } from './resourceTypes';
import type { ManagementClusterConfig } from './managementClusterConfig';

const LIST = { method: 'GET' as const, path: collectionPath(WORKSPACES) };

function decoded(base64: string): string {
  return Buffer.from(base64, 'base64').toString();
}

function certificateIn(kubeconfig: string) {
  const { user } = parse(kubeconfig).users[0];
  return {
    cert: decoded(user['client-certificate-data']),
    key: decoded(user['client-key-data']),
  };
}

describe('credentials that rotate', () => {
  let sandbox: Sandbox;
  /** Another cluster, whose certificates the first one takes as little as expired ones. */
  let foreign: Sandbox;
  let folder: string;
  let client: KubernetesClient | undefined;
  let now: jest.SpyInstance;

  beforeAll(async () => {
    foreign = await startSandbox();
  });
  afterAll(async () => foreign.stop());

  beforeEach(async () => {
    sandbox = await startSandbox();
    folder = await mkdtemp(join(tmpdir(), 'butler-credentials-'));
    now = jest.spyOn(Date, 'now');
  });

  afterEach(async () => {
    now.mockRestore();
    await client?.close();
    await sandbox.stop();
    await rm(folder, { recursive: true });
  });

  async function connect(config: ManagementClusterConfig) {
    const load = () => loadManagementCluster(config);
    const access = await createClusterAccess(load(), load);
    client = new KubernetesClient(access);
    return client;
  }

  /** Lets so much time pass for whoever looks at the clock. */
  function pass(ms: number) {
    const then = Date.now() + ms;
    now.mockImplementation(() => then);
  }

  async function write(name: string, text: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  }

  function statuses(): number[] {
    return sandbox.requests.all().map(({ status }) => status);
  }

  it('takes a new token from its file as soon as the old one is refused', async () => {
    const tokenFile = await write('token', 'expired\n');
    const connected = await connect({
      type: 'token',
      url: sandbox.url,
      caData: Buffer.from(sandbox.ca).toString('base64'),
      tokenFile,
    });
    await expect(connected.request(LIST)).rejects.toMatchObject({
      status: 401,
    });
    await write('token', `${sandbox.token}\n`);
    pass(2_000);
    sandbox.requests.clear();
    await connected.request(LIST);
    expect(statuses().filter(status => status === 401).length).toBeLessThan(2);
  });

  it('reads the kubeconfig again, with whatever certificates it has now', async () => {
    const path = await write(
      'kubeconfig',
      sandbox.portalKubeconfig.replace(/token: .*/, 'token: expired'),
    );
    const connected = await connect({ type: 'kubeconfig', path });
    await expect(connected.request(LIST)).rejects.toMatchObject({
      status: 401,
    });
    await write('kubeconfig', sandbox.portalKubeconfig);
    pass(2_000);
    await connected.request(LIST);
  });

  it('asks a plugin again when its answer has expired', async () => {
    const answer = {
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      status: {
        token: sandbox.token,
        expirationTimestamp: new Date(Date.now() + 60_000).toISOString(),
      },
    };
    const file = await write('answer.json', JSON.stringify(answer));
    const calls = join(folder, 'calls');
    const path = await write(
      'kubeconfig',
      sandbox.portalKubeconfig.replace(
        /token: .*/,
        `exec: { apiVersion: client.authentication.k8s.io/v1, command: sh, args: [-c, "echo >> ${calls}; cat ${file}"] }`,
      ),
    );
    const asked = async () => (await readFile(calls, 'utf8')).length;
    const connected = await connect({ type: 'kubeconfig', path });
    await connected.request(LIST);
    pass(30_000);
    await connected.request(LIST);
    expect(await asked()).toBe(1);
    pass(40_000);
    await connected.request(LIST);
    expect(await asked()).toBe(2);
  });

  /** A kubeconfig whose credentials are files beside it. */
  async function withFiles(user: object) {
    await write('ca.crt', sandbox.ca);
    const path = await write(
      'kubeconfig',
      stringify({
        apiVersion: 'v1',
        kind: 'Config',
        'current-context': 'it',
        clusters: [
          {
            name: 'it',
            cluster: {
              server: sandbox.url,
              'certificate-authority': 'ca.crt',
            },
          },
        ],
        users: [{ name: 'it', user }],
        contexts: [{ name: 'it', context: { cluster: 'it', user: 'it' } }],
      }),
    );
    return connect({ type: 'kubeconfig', path });
  }

  const BY_CERTIFICATE = {
    'client-certificate': 'tls.crt',
    'client-key': 'tls.key',
  };

  async function writePair({ cert, key }: { cert: string; key: string }) {
    await write('tls.crt', cert);
    await write('tls.key', key);
  }

  describe('client certificates in files', () => {
    let refused: { cert: string; key: string };
    let taken: { cert: string; key: string };

    beforeEach(() => {
      refused = certificateIn(foreign.kubeconfig);
      taken = certificateIn(sandbox.kubeconfig);
    });

    it('are read again as soon as one is refused', async () => {
      await writePair(refused);
      const connected = await withFiles(BY_CERTIFICATE);
      await expect(connected.request(LIST)).rejects.toMatchObject({
        status: 401,
      });
      await writePair(taken);
      sandbox.requests.clear();
      await connected.request(LIST);
      expect(statuses()).toEqual([401, 200]);
    });

    it('are read again within ten seconds also where none is refused, and no connection goes on with the old one', async () => {
      await writePair(taken);
      const connected = await withFiles(BY_CERTIFICATE);
      await connected.request(LIST);
      await writePair(refused);
      pass(9_000);
      await connected.request(LIST);
      pass(2_000);
      await expect(connected.request(LIST)).rejects.toMatchObject({
        status: 401,
      });
    });

    it('stay in use while a file is away', async () => {
      await writePair(taken);
      const connected = await withFiles(BY_CERTIFICATE);
      await rm(join(folder, 'tls.key'));
      pass(11_000);
      await expect(connected.request(LIST)).resolves.toBeDefined();
    });

    it('stay in use while only one of certificate and key is the new one', async () => {
      await writePair(taken);
      const connected = await withFiles(BY_CERTIFICATE);
      await connected.request(LIST);
      await write('tls.crt', refused.cert);
      pass(11_000);
      await connected.request(LIST);
      await write('tls.key', refused.key);
      pass(11_000);
      await expect(connected.request(LIST)).rejects.toMatchObject({
        status: 401,
      });
    });
  });

  it('takes a new CA from its file', async () => {
    const connected = await withFiles({ token: sandbox.token });
    await write('ca.crt', foreign.ca);
    pass(11_000);
    await expect(connected.request(LIST)).rejects.toThrow(/cannot be reached/);
    await write('ca.crt', sandbox.ca);
    pass(11_000);
    await connected.request(LIST);
  });

  it('takes a new token from the file that a kubeconfig names', async () => {
    await write('token', 'expired');
    const connected = await withFiles({ tokenFile: 'token' });
    await expect(connected.request(LIST)).rejects.toMatchObject({
      status: 401,
    });
    await write('token', sandbox.token);
    pass(2_000);
    await connected.request(LIST);
  });

  it('says that credentials are missing as an API server that cannot be reached', async () => {
    const tokenFile = await write('token', sandbox.token);
    const connected = await connect({
      type: 'token',
      url: sandbox.url,
      caData: Buffer.from(sandbox.ca).toString('base64'),
      tokenFile,
    });
    await rm(tokenFile);
    sandbox.faults.failNext(1, { status: 401 });
    pass(2_000);
    await expect(connected.request(LIST)).rejects.toThrow(
      /credentials cannot be read/,
    );
  });
});
