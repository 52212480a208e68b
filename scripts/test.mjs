import { runMain } from './lib/main.mjs';
import { runBin } from './lib/run.mjs';
import { setup } from './lib/setup.mjs';
import { runJest, runNodeTests, runPlaywright } from './lib/testRunners.mjs';

/** A check that has no tests of its own counts as one. */
async function check(title, name, args) {
  console.log(`\n== ${title}`);
  const code = await runBin(name, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

await runMain(async () => {
  await setup();
  const results = [
    await check('Types', 'tsc', []),
    await check('Format', 'prettier', ['--check', '.', '--loglevel', 'warn']),
    await check('Lint', 'backstage-cli', [
      'repo',
      'lint',
      '--max-warnings',
      '0',
    ]),
    await runNodeTests(),
    await runJest(),
    await runPlaywright(),
  ];
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  const failed = sum('failed');
  console.log(`\n${sum('passed')} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
