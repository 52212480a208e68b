import assert from 'node:assert/strict';

/** Whether there is a process with that id. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    assert.equal(error.code, 'ESRCH');
    return false;
  }
}

/** Waits up to five seconds: an orphan is reaped by init in its own time, and a zombie until then. */
export async function untilDead(pid) {
  const deadline = Date.now() + 5_000;
  while (isAlive(pid) && Date.now() < deadline) {
    await new Promise(setImmediate);
  }
}
