import type { ConfigApi, IdentityApi } from '@backstage/core-plugin-api';

/** Somebody to sign in as on a development Portal. */
export interface Persona {
  name: string;
  title: string;
  description?: string;
}

/** The personas of the configuration; none where the Portal is no development Portal. */
export function readPersonas(config: ConfigApi): Persona[] {
  const entries =
    config.getOptionalConfigArray('auth.providers.butlerPersonas.personas') ??
    [];
  return entries.map(entry => ({
    name: entry.getString('name'),
    title: entry.getString('title'),
    description: entry.getOptionalString('description'),
  }));
}

const STORAGE_KEY = 'butler-portal.persona';

/**
 * Which persona this tab is signed in as. Kept for the tab alone, so that two tabs can show the
 * Portal through two people's eyes.
 */
export const rememberedPersona = {
  get: () => sessionStorage.getItem(STORAGE_KEY),
  set: (name: string) => sessionStorage.setItem(STORAGE_KEY, name),
  clear: () => sessionStorage.removeItem(STORAGE_KEY),
};

/** The same identity, but signing out leads back to the choice of personas. */
export function withPersonaSignOut(
  identity: IdentityApi,
  reload: () => void,
): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    async signOut() {
      rememberedPersona.clear();
      await identity.signOut();
      reload();
    },
  };
}
