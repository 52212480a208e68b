import { spawnSync } from 'node:child_process';

const BACKEND = `
  require('./startOrEnd.ts').startOrEnd({
    start: async () => {
      setInterval(() => {}, 1_000);
      throw new Error('the database is away');
    },
  });
`;

it('a backend that cannot start ends, so that it is started again', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      '--eval',
      BACKEND,
    ],
    { cwd: __dirname, encoding: 'utf8', timeout: 20_000 },
  );
  expect(stderr).toMatch(/could not start.*the database is away/);
  expect(status).toBe(1);
}, 30_000);
