import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a program of this machine and gives what it printed; fails with what it said on stderr. */
export async function run(
  program: string,
  args: string[],
  cwd?: string,
): Promise<string> {
  const { stdout } = await execute(program, args, { cwd });
  return stdout;
}
