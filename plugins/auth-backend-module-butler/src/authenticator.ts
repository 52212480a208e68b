import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { Persona, readPersonas } from './personas';

/** Key of the provider under `auth.providers`, and its segment in `/api/auth/…`. */
export const PERSONA_PROVIDER_ID = 'butlerPersonas';
/** Header by which the sign-in page says which persona was picked. */
export const PERSONA_HEADER = 'x-butler-persona';

/** Accepts a request that names one of the configured personas. */
export const personaAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async ({ title }: Persona) => ({
    profile: { displayName: title },
  }),
  initialize({ config }) {
    return readPersonas(config);
  },
  async authenticate({ req }, personas: Persona[]) {
    const name = req.header(PERSONA_HEADER);
    const persona = personas.find(candidate => candidate.name === name);
    if (!persona) {
      throw new AuthenticationError(
        `Pick one of these personas to sign in: ${personas
          .map(candidate => candidate.name)
          .join(', ')}.`,
      );
    }
    return { result: persona };
  },
});
