import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { assertPortsFree, isFree } from './ports.mjs';

function listen(host) {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, () => resolve(server));
  });
}

test('a port that is taken on the loopback address alone is not free', async () => {
  const server = await listen('127.0.0.1');
  const { port } = server.address();

  assert.equal(await isFree(port), false);

  await new Promise(done => server.close(done));
  assert.equal(await isFree(port), true);
});

test('the error names the port and the flag that moves it', async () => {
  const server = await listen('127.0.0.1');
  const { port } = server.address();

  await assert.rejects(
    assertPortsFree({ backend: port }),
    error =>
      error.message.includes(`Port ${port}`) &&
      error.message.includes('--backend-port'),
  );

  await new Promise(done => server.close(done));
});
