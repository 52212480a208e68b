import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@butler-portal/sandbox';
import type { Sandbox } from '@butler-portal/sandbox';
import { createClusterAccess } from './ClusterAccess';
import { KubernetesClient } from './KubernetesClient';
import { loadManagementCluster } from './managementCluster';
import { collectionPath } from './paths';
import { WORKSPACES } from './resourceTypes';
import type { ManagementClusterConfig } from '../config';

const LIST = { method: 'GET' as const, path: collectionPath(WORKSPACES) };

describe('credentials that rotate', () => {
  let sandbox: Sandbox;
  let folder: string;
  let client: KubernetesClient | undefined;
  let now: jest.SpyInstance;

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
