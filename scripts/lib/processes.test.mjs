import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Processes } from './processes.mjs';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    assert.equal(error.code, 'ESRCH');
    return false;
  }
}

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

  // An orphan is reaped by init in its own time, so it may be seen as a zombie for a moment.
  const deadline = Date.now() + 5_000;
  while (isAlive(pid) && Date.now() < deadline) {
    await new Promise(setImmediate);
  }
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
