import { Objects } from '../../apiserver/objects';
import { containerEnvironment } from '../pods/containerEnvironment';
import { claimOf, Pod } from '../pods/pod';
import { shellEnvironment } from './environment';
import { VolumeFolders, WorkspaceFolder } from './folders';
import { loginShell } from './loginShell';
import { findPodProcesses, POD_MARK } from './podProcesses';
import { Process, ProcessRequest, startProcess } from './process';

/** How long a process may take to end after it was told to, before it is killed. */
const PATIENCE = 2_000;

/** Runs processes in the pods of a tenant cluster, which is to say on this machine, and ends them with their pod. */
export class PodShells {
  private readonly running = new Map<string, Set<Process>>();

  constructor(
    private readonly folders: VolumeFolders,
    private readonly objects: Objects,
    /** Variables that tell git where to find what it clones. */
    private readonly gitConfiguration: Record<string, string>,
  ) {}

  /** The folder of a pod's volume; a pod without a claim has one of its own. */
  folderOf(pod: Pod): Promise<WorkspaceFolder> {
    return this.folders.ensure(this.volumeOf(pod), pod.metadata.name);
  }

  /** The environment of a container's processes. */
  async environmentOf(
    pod: Pod,
    container: string,
  ): Promise<Record<string, string>> {
    const found = [
      ...pod.spec.containers,
      ...(pod.spec.initContainers ?? []),
    ].find(({ name }) => name === container);
    return shellEnvironment({
      parent: process.env,
      container: {
        [POD_MARK]: pod.metadata.uid,
        ...this.gitConfiguration,
        ...(found && containerEnvironment(pod, found, this.objects)),
      },
      folder: await this.folderOf(pod),
      shell: loginShell(),
    });
  }

  /** Starts a process in a container; an empty command is a login shell. */
  async start(
    pod: Pod,
    container: string,
    request: ProcessRequest,
    more: Record<string, string> = {},
  ): Promise<Process> {
    const folder = await this.folderOf(pod);
    const environment = await this.environmentOf(pod, container);
    const command =
      request.command.length > 0 ? request.command : [loginShell(), '-l'];
    const child = await startProcess(
      { ...request, command },
      { folder: folder.workspace, environment: { ...more, ...environment } },
    );
    this.keep(pod.metadata.uid, child);
    return child;
  }

  /** Ends the processes of a pod: first politely, then by force. */
  async end(podUid: string): Promise<void> {
    const children = this.running.get(podUid);
    if (!children) return;
    this.running.delete(podUid);
    await Promise.all(
      [...children].map(async child => {
        child.kill('SIGTERM');
        child.kill('SIGHUP');
        const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
        await child.exited;
        clearTimeout(force);
      }),
    );
    // What they left in the background: its shell has ended, so that nobody waits for it.
    for (const pid of await findPodProcesses(podUid)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch (error) {
        // ESRCH: it has ended meanwhile.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
  }

  /** Ends the processes of all pods. */
  async stop(): Promise<void> {
    await Promise.all([...this.running.keys()].map(uid => this.end(uid)));
  }

  /** Removes the folder of a claim that is gone. */
  removeVolume(claim: { namespace?: string; name: string }): Promise<void> {
    return this.folders.remove(`${claim.namespace}/${claim.name}`);
  }

  private volumeOf(pod: Pod): string {
    const { namespace, uid } = pod.metadata;
    return `${namespace}/${claimOf(pod) ?? `pod-${uid}`}`;
  }

  private keep(podUid: string, child: Process): void {
    const children = this.running.get(podUid) ?? new Set();
    this.running.set(podUid, children.add(child));
    child.exited.finally(() => children.delete(child));
  }
}
