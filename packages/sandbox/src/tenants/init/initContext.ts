import { LogStream } from '../logs/logStream';
import { Pod } from '../pods/pod';
import { WorkspaceFolder } from '../shells/folders';
import { PodShells } from '../shells/podShells';

/** What an init container works with. */
export interface InitContext {
  pod: Pod;
  container: string;
  folder: WorkspaceFolder;
  environment: Record<string, string>;
  shells: PodShells;
  log: LogStream;
  /** The entries of a Secret in the pod's namespace, decoded. */
  secret(name: string): Record<string, string>;
}

/** How long a step of an init container may take: a host that does not answer must not hold a workspace up for ever. */
const TIME_LIMIT = 120_000;

/** Runs a program with its output in the container's log; answers why it failed, or undefined when it did not. */
export async function runLogged(
  { shells, pod, container, log }: InitContext,
  command: string[],
  environment: Record<string, string>,
): Promise<string | undefined> {
  const child = await shells.start(pod, container, { command }, environment);
  child.stdin.end();
  let last = '';
  const read = async (output: AsyncIterable<Buffer> | undefined) => {
    for await (const data of output ?? []) {
      const text = data.toString();
      log.write(text);
      last = text.trimEnd().split('\n').pop() || last;
    }
  };
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, TIME_LIMIT);
  await Promise.all([read(child.stdout), read(child.stderr)]);
  const { code } = await child.exited;
  clearTimeout(limit);
  if (late) return `it took longer than ${TIME_LIMIT / 1_000} seconds`;
  return code === 0 ? undefined : last || `exit code ${code}`;
}
