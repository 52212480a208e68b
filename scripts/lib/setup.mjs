import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { yarnEnvironment } from './npmConfig.mjs';
import { root, run } from './run.mjs';
import { pinnedYarn } from './yarn.mjs';

const STAMP = join(root, 'node_modules', '.butler-setup');
const SUPPORTED_NODE = [20, 22, 24];

/** What an installation depends on: a change of any of it asks for a new one. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'yarn.lock', '.yarnrc.yml']) {
    hash.update(readFileSync(join(root, file)));
  }
  // Native modules are built for one ABI.
  hash.update(
    `${process.platform} ${process.arch} ${process.versions.modules}`,
  );
  return hash.digest('hex');
}

/**
 * Installs what is missing; does nothing when all is there.
 *
 * @throws Error when this Node is not supported or the installation fails
 */
export async function setup() {
  const major = Number(process.versions.node.split('.')[0]);
  if (!SUPPORTED_NODE.includes(major)) {
    throw new Error(
      `Butler Portal runs on Node ${SUPPORTED_NODE.join(', ')}; this is Node ${
        process.versions.node
      }. Install one of them, for example with nvm.`,
    );
  }
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;

  const yarn = await pinnedYarn();
  console.log('Installing the packages (a minute or three the first time) …');
  const code = await run(process.execPath, [yarn, 'install', '--immutable'], {
    env: { ...yarnEnvironment(), YARN_ENABLE_PROGRESS_BARS: 'false' },
    quiet: true,
  });
  if (code !== 0) {
    throw new Error(
      'The installation failed; what Yarn says is above. Native modules need python3, make and g++.',
    );
  }
  writeFileSync(STAMP, wanted);
}
