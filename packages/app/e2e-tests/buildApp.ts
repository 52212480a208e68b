import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const APP = resolve(__dirname, '..');

/** Builds the app once, before the first of the tests that take it as production has it. */
export default function buildApp() {
  execFileSync(
    process.execPath,
    [
      resolve(APP, '../../node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
    ],
    { cwd: APP, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}
