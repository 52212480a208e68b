import { spawn } from 'node:child_process';
import { sandboxCommand } from './lib/commands.mjs';
import { runMain } from './lib/main.mjs';
import { setup } from './lib/setup.mjs';

await runMain(async () => {
  await setup();
  const [command, args] = sandboxCommand(process.argv.slice(2));
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
