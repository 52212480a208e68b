import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { root, run, runBin } from './run.mjs';

const REPORTS = join(root, '.butler', 'test-reports');

function reportFile(name) {
  mkdirSync(REPORTS, { recursive: true });
  const file = join(REPORTS, name);
  rmSync(file, { force: true });
  return file;
}

/**
 * What a runner's report says. A run that left no report, or that failed without a failed test
 * (a suite that does not load, say), counts as a failure.
 */
function countFrom(file, code, count) {
  const { passed, failed } = existsSync(file)
    ? count(readFileSync(file, 'utf8'))
    : { passed: 0, failed: 0 };
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** `node --test scripts` would take scripts/test.mjs for a test. */
function testFiles() {
  return readdirSync(join(root, 'scripts/lib'))
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => join(root, 'scripts/lib', name));
}

/** The tests of the scripts themselves. */
export async function runNodeTests() {
  console.log('\n== Scripts');
  const file = reportFile('scripts.tap');
  const code = await run(process.execPath, [
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${file}`,
    ...testFiles(),
  ]);
  const number = (text, key) =>
    Number(new RegExp(`^# ${key} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return countFrom(file, code, text => ({
    passed: number(text, 'pass'),
    failed: number(text, 'fail'),
  }));
}

/** Unit and integration tests of all packages. */
export async function runJest() {
  console.log('\n== Unit and integration tests');
  const file = reportFile('jest.json');
  const code = await runBin('backstage-cli', [
    'repo',
    'test',
    '--watchAll=false',
    '--coverage=false',
    '--json',
    `--outputFile=${file}`,
    '--silent',
  ]);
  return countFrom(file, code, text => {
    const report = JSON.parse(text);
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    };
  });
}

/** The journeys in a browser, against what `npm start` starts. */
export async function runPlaywright() {
  console.log('\n== Browser tests');
  // The name is in playwright.config.ts.
  const file = reportFile('playwright.json');
  const code = await runBin('playwright', ['test']);
  return countFrom(file, code, text => {
    const { stats } = JSON.parse(text);
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
    };
  });
}
