import { spawn } from 'node:child_process';
import { runMain } from './main.mjs';
import { setup } from './setup.mjs';

/**
 * Sets up what is missing, then runs one of the repository's programs with the flags of this
 * process and ends with its exit code.
 *
 * @param {(flags: string[]) => [string, string[]]} commandLine
 */
export async function runInForeground(commandLine) {
  await runMain(async () => {
    await setup();
    const [command, args] = commandLine(process.argv.slice(2));
    const child = spawn(command, args, { stdio: 'inherit' });
    // Ctrl-C reaches the child by itself; a signal to this process alone does not.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => child.kill(signal));
    }
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', code => resolve(code ?? 1));
    });
  });
}
