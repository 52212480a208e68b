import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

const SUFFIX = '.kubeconfig';
/** The host is told because a container may share the folder, but not the numbers of processes. */
const HEAD =
  /^# Of the sandbox that runs as process (\d+) on (\S+); it removes this file at its end\.\n/;

function head(): string {
  return `# Of the sandbox that runs as process ${
    process.pid
  } on ${hostname()}; it removes this file at its end.\n`;
}

/** The text of a file; undefined when it is not there (any more), or none that a sandbox of ours wrote. */
function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's process, which may be a sandbox.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/**
 * Removes the kubeconfigs of sandboxes that were killed. By their process and not by their port: a
 * living sandbox refuses connections while it plays an API server that has gone away.
 */
async function removeLeft(folder: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter(entry => entry.endsWith(SUFFIX))) {
    const file = join(folder, name);
    const [, pid, host] = HEAD.exec((await textOf(file)) ?? '') ?? [];
    if (host === hostname() && !lives(Number(pid))) {
      await rm(file, { force: true });
    }
  }
}

/**
 * Writes a kubeconfig, readable by its owner only, for as long as this process runs, and removes
 * those beside it that killed sandboxes have left.
 *
 * @returns what removes it, unless another sandbox has written its own there since
 */
export async function writeKubeconfig(
  file: string,
  kubeconfig: string,
): Promise<() => Promise<void>> {
  const text = head() + kubeconfig;
  await mkdir(dirname(file), { recursive: true });
  await removeLeft(dirname(file));
  await writeFile(file, text, { mode: 0o600 });
  // The mode above counts for new files only.
  await chmod(file, 0o600);
  return async () => {
    if ((await textOf(file)) === text) await rm(file, { force: true });
  };
}
