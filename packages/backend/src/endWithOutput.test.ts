import { spawn } from 'node:child_process';
import { once } from 'node:events';

// As Backstage does it: whatever nobody has caught goes into the log.
const BACKEND = `
  require('./endWithOutput.ts').endWithOutput();
  process.on('uncaughtException', error => console.log(error));
  process.on('SIGTERM', () => {
    console.log('stopping');
    process.exit(0);
  });
  setInterval(() => console.log('a line of the log'), 10);
`;

it('the backend stops in good order when nobody reads its log any more', async () => {
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      '--eval',
      BACKEND,
    ],
    { cwd: __dirname, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    await once(child.stdout, 'data');
    child.stdout.destroy();
    // Without the guard it would spin; it must not outlive the test then.
    const signal = AbortSignal.timeout(4_000);
    expect(await once(child, 'exit', { signal })).toEqual([0, null]);
  } finally {
    child.kill('SIGKILL');
  }
});
