import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './run.mjs';

/** The personas that the development configuration lets one sign in as. */
async function personas() {
  // Imported late: the package is there only after the setup.
  const { parse } = await import('yaml');
  const config = parse(
    readFileSync(join(root, 'app-config.development.yaml'), 'utf8'),
  );
  return config.auth.providers.butlerPersonas.personas;
}

/**
 * What to read when the page can be used; the last line is the one that scripts wait for.
 *
 * @param {{appUrl: string, kubeconfig: string}} where
 */
export async function welcome({ appUrl, kubeconfig }) {
  const people = (await personas()).map(
    ({ title, description }) => `  ${title.padEnd(28)}${description}`,
  );
  return [
    '',
    'Sign in as one of these (no password):',
    ...people,
    '',
    `Look at the cluster: kubectl --kubeconfig ${relative(
      process.cwd(),
      kubeconfig,
    )} get ws -A -w`,
    'Ctrl-C stops everything.',
    '',
    `Portal ready: ${appUrl}`,
  ].join('\n');
}
