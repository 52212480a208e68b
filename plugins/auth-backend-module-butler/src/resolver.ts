import type { SignInResolver } from '@backstage/plugin-auth-node';
import type { Persona } from './personas';

/** Signs in as the persona's catalog User, with that user's groups. */
export const signInAsPersona: SignInResolver<Persona> = ({ result }, context) =>
  context.signInWithCatalogUser({ entityRef: result.userEntityRef });
