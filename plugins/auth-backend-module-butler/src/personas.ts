import type { Config } from '@backstage/config';

/** Somebody to sign in as on a development Portal. */
export interface Persona {
  name: string;
  title: string;
  /** The catalog User; it must exist. */
  userEntityRef: string;
}

/**
 * Reads the provider's `personas`.
 *
 * @throws Error when the list is missing, empty, or an entry lacks a field
 */
export function readPersonas(config: Config): Persona[] {
  const personas = config.getConfigArray('personas').map(entry => ({
    name: entry.getString('name'),
    title: entry.getString('title'),
    userEntityRef: entry.getString('userEntityRef'),
  }));
  if (personas.length === 0) {
    throw new Error(
      'auth.providers.butlerPersonas.personas is empty; list at least one persona or remove the provider.',
    );
  }
  return personas;
}
