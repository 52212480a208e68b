import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { isAlive, untilDead } from './__testUtils__/alive.mjs';

const chatter = `
  console.log(process.pid);
  setInterval(() => console.log('still here'), 10);
`;
const starter = `
  import { onOutputGone } from ${JSON.stringify(
    new URL('./output.mjs', import.meta.url).href,
  )};
  import { Processes } from ${JSON.stringify(
    new URL('./processes.mjs', import.meta.url).href,
  )};
  const processes = new Processes(() => process.exit(1));
  processes.start('chatter', [process.execPath, ['-e', ${JSON.stringify(
    chatter,
  )}]], {});
  onOutputGone(async () => {
    await processes.stop();
    process.exit(0);
  });
`;

test('what was started is stopped when nobody reads the output any more', async () => {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', starter],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout });
  const [line] = await once(lines, 'line');
  const pid = Number(line.split('|')[1]);
  assert.equal(isAlive(pid), true);

  child.stdout.destroy();

  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
  await untilDead(pid);
  assert.equal(isAlive(pid), false);
});
