import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAlive, untilDead } from './__testUtils__/alive.mjs';
import { Processes } from './processes.mjs';

/** Starts a program that starts another; resolves with the other's process id. */
function startFamily(processes, grandchild) {
  const parent = `
    const { spawn } = require('node:child_process');
    const child = spawn(process.execPath, ['-e', ${JSON.stringify(
      grandchild,
    )}]);
    console.log(child.pid);
    setInterval(() => {}, 1000);
  `;
  return new Promise(resolve => {
    processes.start('parent', [process.execPath, ['-e', parent]], {
      onLine: line => resolve(Number(line)),
    });
  });
}

test('stopping ends what the programs have started, too', async () => {
  const processes = new Processes(() => assert.fail('ended by itself'));
  const pid = await startFamily(processes, 'setInterval(() => {}, 1000)');
  assert.equal(isAlive(pid), true);

  await processes.stop();

  await untilDead(pid);
  assert.equal(isAlive(pid), false);
});

test('a program that ends by itself is reported with its exit code', async () => {
  const [name, code] = await new Promise(resolve => {
    const processes = new Processes((...args) => resolve(args));
    processes.start(
      'backend',
      [process.execPath, ['-e', 'process.exit(3)']],
      {},
    );
  });
  assert.deepEqual([name, code], ['backend', 3]);
});
