import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * The personas that the development configuration lets one sign in as.
 *
 * @returns {Promise<{name: string, title: string, description: string}[]>}
 */
export async function readPersonas() {
  // Imported late: the package is there only after the setup.
  const { parse } = await import('yaml');
  const config = parse(
    readFileSync(join(root, 'app-config.development.yaml'), 'utf8'),
  );
  return config.auth.providers.butlerPersonas.personas;
}
