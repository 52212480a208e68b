/** A group of which an identity provider says that the person is in it. */
export interface ProviderGroup {
  /** Name of Butler's IdentityProvider. */
  provider: string;
  /** As the provider writes it. */
  name: string;
}

// No kind of the catalog, so that no catalog entry can pass for a provider's word.
const PREFIX = 'identityprovidergroup:';

/**
 * How a sign-in resolver says in `ent`, the ownership claim of the Backstage token, that the
 * person is in a group of an identity provider.
 *
 * @public
 */
export function providerGroupRef({ provider, name }: ProviderGroup): string {
  return `${PREFIX}${provider}/${encodeURIComponent(name)}`;
}

/** The provider's groups among the ownership references of a person; others are passed over. */
export function readProviderGroups(refs: readonly string[]): ProviderGroup[] {
  return refs.flatMap(ref => {
    const [provider, name, ...rest] = ref.startsWith(PREFIX)
      ? ref.slice(PREFIX.length).split('/')
      : [];
    if (!provider || !name || rest.length > 0) return [];
    try {
      return [{ provider, name: decodeURIComponent(name) }];
    } catch {
      // Not written by providerGroupRef; what it means would be a guess.
      return [];
    }
  });
}
