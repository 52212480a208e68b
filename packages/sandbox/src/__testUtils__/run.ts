import { spawn, SpawnOptionsWithoutStdio } from 'node:child_process';

/** How a program ended, and what it said. */
export interface RunResult {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a program without blocking this process, in which the sandbox is. */
export function run(
  program: string,
  args: string[],
  {
    input = '',
    ...options
  }: SpawnOptionsWithoutStdio & { input?: string } = {},
): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, options);
    const result: RunResult = { code: null, out: '', err: '' };
    child.stdout.on('data', data => {
      result.out += data;
    });
    child.stderr.on('data', data => {
      result.err += data;
    });
    child.on('error', reject);
    child.on('close', code => resolve({ ...result, code }));
    // A program that ends without reading its input.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** Runs a program that has to succeed. */
export async function mustRun(
  program: string,
  args: string[],
  options: SpawnOptionsWithoutStdio = {},
): Promise<string> {
  const { code, out, err } = await run(program, args, options);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}: ${err}${out}`);
  return out;
}
