import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStartFlags } from './startFlags.mjs';

test('without flags the usual ports are used and the sandbox is started', () => {
  assert.deepEqual(readStartFlags([]), {
    help: false,
    built: false,
    kubeconfig: undefined,
    ports: { app: 3000, backend: 7007, sandbox: 6443 },
  });
});

test('each port can be moved', () => {
  const { ports } = readStartFlags([
    '--app-port=1',
    '--backend-port',
    '2',
    '--sandbox-port',
    '3',
  ]);
  assert.deepEqual(ports, { app: 1, backend: 2, sandbox: 3 });
});

test('what is no port is refused by the name of its flag', () => {
  for (const text of ['0', '65536', 'x', '', '1.5', '-1']) {
    assert.throws(() => readStartFlags([`--app-port=${text}`]), /--app-port/);
  }
});

test('an unknown flag is refused, with the usage', () => {
  assert.throws(() => readStartFlags(['--prot', '1']), /--prot[^]*npm start/);
});

test('two equal ports are refused', () => {
  assert.throws(() => readStartFlags(['--app-port=7007']), /the same/);
});

test('with a kubeconfig the port of the sandbox does not matter', () => {
  const flags = readStartFlags(['--kubeconfig', 'a', '--app-port=6443']);
  assert.equal(flags.kubeconfig, 'a');
});

test('a built app is where the backend is, so its own port does not matter', () => {
  const flags = readStartFlags(['--built', '--backend-port=1', '--app-port=1']);
  assert.equal(flags.built, true);
  assert.deepEqual(flags.ports, { app: 1, backend: 1, sandbox: 6443 });
});
