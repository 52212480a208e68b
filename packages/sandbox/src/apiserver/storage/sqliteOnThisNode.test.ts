import { execFileSync } from 'node:child_process';

// An allocation inside a builtin collects garbage while V8 has no context entered, which is what aborted.
const SCRIPT = `
  const Database = require('better-sqlite3');
  const database = new Database(':memory:');
  for (let i = 0; i < 5_000; i++) {
    database.prepare('SELECT 1');
    Array.from({ length: 50 }, (_, n) => ({ n })).map(entry => [entry]);
  }
  console.log('alive');
`;

it('statements are collected on this Node without an abort', () => {
  const output = execFileSync(
    process.execPath,
    ['--gc-global', '--eval', SCRIPT],
    { cwd: __dirname, encoding: 'utf8', stdio: 'pipe' },
  );
  expect(output).toBe('alive\n');
});
