import { join } from 'node:path';
import { root } from './run.mjs';

const nodeTransform = join(
  root,
  'node_modules/@backstage/cli/config/nodeTransform.cjs',
);

/**
 * The command line of the sandbox.
 *
 * @param {string[]} flags
 * @returns {[string, string[]]}
 */
export function sandboxCommand(flags) {
  return [
    process.execPath,
    [
      '--require',
      nodeTransform,
      join(root, 'packages/sandbox/src/cli.ts'),
      ...flags,
    ],
  ];
}

/**
 * The command line of the benches.
 *
 * @param {string[]} flags
 * @returns {[string, string[]]}
 */
export function benchCommand(flags) {
  return [
    process.execPath,
    [
      '--expose-gc',
      '--require',
      nodeTransform,
      join(root, 'benchmarks/run.ts'),
      ...flags,
    ],
  ];
}

/**
 * The command line that starts one of the Backstage packages for development.
 *
 * @param {string[]} configFiles
 * @returns {[string, string[]]}
 */
export function packageStartCommand(configFiles) {
  return [
    process.execPath,
    [
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'start',
      ...configFiles.flatMap(file => ['--config', join(root, file)]),
    ],
  ];
}
