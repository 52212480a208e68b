import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import { root } from './run.mjs';

const folder = join(root, 'plugins/butler-backend');
const eslint = new ESLint({ cwd: folder });

/** What lint says of an import in a file of the backend's `src`. */
async function imported(from, file) {
  const [{ messages }] = await eslint.lintText(
    `import type { A } from '${from}';\n\nexport type B = A;\n`,
    { filePath: join(folder, 'src', file) },
  );
  return messages.map(({ ruleId }) => ruleId);
}

test('a room may import what is on a floor below', async () => {
  assert.deepEqual(await imported('../cache/ObjectStore', 'access/new.ts'), []);
});

for (const [from, room] of [
  ['../access/Caller', 'cache'],
  ['../tenants/Tenant', 'writes'],
]) {
  test(`${room} may not import ${from}`, async () => {
    const refused = ['import/no-restricted-paths'];
    assert.deepEqual(await imported(from, `${room}/new.ts`), refused);
  });
}

test('tests and what wires may import everything', async () => {
  assert.deepEqual(await imported('../access/Caller', 'cache/new.test.ts'), []);
  assert.deepEqual(await imported('./access/Caller', 'new.ts'), []);
});
