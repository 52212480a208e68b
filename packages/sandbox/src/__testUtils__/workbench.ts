import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { KubeObject } from '../apiserver/types';
import { CONNECT, TENANT_NAMESPACE } from '../names';
import { Sandbox, SandboxOptions } from '../sandbox';
import { startSandbox } from '../startSandbox';
import { apiOf, aWorkspace, eventually, TestClient } from './client';
import { mustRun, run, RunResult } from './run';

/** Where the repositories of a workbench seem to be. */
const GIT_HOST = 'https://git.test/';

/** A sandbox with shells, a folder with git repositories and a key to log in with. */
export class Workbench {
  private constructor(
    readonly folder: string,
    readonly sandbox: Sandbox,
    readonly publicKey: string,
  ) {}

  static async start(options: SandboxOptions = {}): Promise<Workbench> {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-workbench-'));
    const key = join(folder, 'key');
    await mustRun('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
    mkdirSync(join(folder, 'git'));
    const sandbox = await startSandbox({
      shells: true,
      gitMappings: { [GIT_HOST]: `${folder}/git/` },
      ...options,
    });
    return new Workbench(
      folder,
      sandbox,
      readFileSync(`${key}.pub`, 'utf8').trim(),
    );
  }

  async stop(): Promise<void> {
    await this.sandbox.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Makes a repository with a branch `main` and one commit; files that begin with `#!` can be executed. */
  async repository(
    name: string,
    files: Record<string, string>,
  ): Promise<string> {
    const folder = join(this.folder, 'git', name);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
      if (text.startsWith('#!')) chmodSync(join(folder, path), 0o755);
    }
    const git = (...args: string[]) =>
      mustRun(
        'git',
        ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args],
        { cwd: folder },
      );
    await git('init', '-q', '-b', 'main');
    await git('add', '.');
    await git('commit', '-q', '-m', 'first');
    return `${GIT_HOST}${name}`;
  }

  get tenant() {
    const tenant = this.sandbox.tenant({
      namespace: 'payments',
      name: 'payments-dev',
    });
    if (!tenant) throw new Error('the tenant cluster has no API');
    return tenant;
  }

  workspace(name: string): KubeObject | undefined {
    return this.sandbox.objects.get('workspaces', {
      namespace: 'payments',
      name,
    });
  }

  /** Creates a workspace that the workbench's key may log into and waits until it is Running. */
  async create(name: string, spec: object = {}): Promise<KubeObject> {
    this.sandbox.objects.create(
      'workspaces',
      aWorkspace(name, { sshPublicKeys: [this.publicKey], ...spec }),
    );
    return this.reaches(name, { phase: 'Running' });
  }

  /** Connects, and waits for the endpoint; answers its port. */
  async connect(name: string): Promise<number> {
    this.annotate(name, { [CONNECT]: 'true' });
    const connected = await this.reaches(name, {
      phase: 'Running',
      connected: true,
    });
    const endpoint = String(connected.status?.sshEndpoint);
    const port = /^127\.0\.0\.1:(\d+)$/.exec(endpoint)?.[1];
    if (!port) throw new Error(`${endpoint} is no SSH server of this machine`);
    return Number(port);
  }

  annotate(name: string, annotations: Record<string, string | null>): void {
    this.sandbox.objects.patch(
      'workspaces',
      { namespace: 'payments', name },
      { metadata: { annotations } },
    );
  }

  /** What `pods/log` answers for a container of the tenant's. */
  async log(pod: string, container: string): Promise<string> {
    const client = new TestClient(apiOf(this.tenant.kubeconfig));
    const { body } = await client.request<string>(
      'GET',
      `/api/v1/namespaces/${TENANT_NAMESPACE}/pods/${pod}/log?container=${container}`,
    );
    await client.close();
    return body;
  }

  reaches(name: string, status: object): Promise<KubeObject> {
    return eventually(() => {
      const found = this.workspace(name);
      const reached = Object.entries(status).every(
        ([field, value]) => found?.status?.[field] === value,
      );
      if (!found || !reached) {
        throw new Error(
          `${name} is ${JSON.stringify(found?.status)}, not ${JSON.stringify(
            status,
          )}`,
        );
      }
      return found;
    });
  }

  /** Logs in with the machine's OpenSSH. */
  ssh(
    port: number,
    args: string[],
    input = '',
    key = 'key',
  ): Promise<RunResult> {
    return run(
      'ssh',
      [
        ...['-F', '/dev/null', '-i', join(this.folder, key)],
        ...['-o', 'IdentitiesOnly=yes', '-o', 'BatchMode=yes'],
        ...['-o', 'StrictHostKeyChecking=accept-new'],
        ...['-o', `UserKnownHostsFile=${join(this.folder, 'known_hosts')}`],
        ...['-p', String(port), 'dev@127.0.0.1', ...args],
      ],
      { input },
    );
  }
}
