import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

/**
 * Gets the Yarn that package.json pins, from the npm registry as npm is configured. Corepack
 * would ask another host for it.
 *
 * @returns {Promise<string>} path of its script, to be run with Node
 * @throws Error when npm cannot install it
 */
export async function pinnedYarn() {
  const { packageManager } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const version = packageManager.split('@')[1];
  const folder = join(root, '.yarn', `cli-${version}`);
  const script = join(folder, 'node_modules/@yarnpkg/cli-dist/bin/yarn.js');
  if (existsSync(script)) return script;

  console.log(`Getting Yarn ${version} …`);
  const code = await run(
    'npm',
    [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      `@yarnpkg/cli-dist@${version}`,
    ],
    { quiet: true },
  );
  if (code !== 0 || !existsSync(script)) {
    throw new Error(
      `npm could not install @yarnpkg/cli-dist@${version}. Check with "npm ping" that the npm registry can be reached, then try again.`,
    );
  }
  return script;
}
