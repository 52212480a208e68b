import { readdir, readFile } from 'node:fs/promises';

/** Marks the processes of a pod, so that those can be found that went to the background. */
export const POD_MARK = 'SANDBOX_POD_UID';

async function hasMark(pid: string, mark: string): Promise<boolean> {
  try {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8');
    return environment.split('\0').includes(mark);
  } catch {
    // It has ended meanwhile, or is somebody else's.
    return false;
  }
}

/** The processes of a pod that are still there; found on Linux only, elsewhere what went to the background stays. */
export async function findPodProcesses(podUid: string): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
  const marks = await Promise.all(
    pids.map(pid => hasMark(pid, `${POD_MARK}=${podUid}`)),
  );
  return pids.filter((_pid, index) => marks[index]).map(Number);
}
