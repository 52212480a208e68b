/**
 * The environment by which git takes other addresses than it is told (`url.<base>.insteadOf`, git-config(1)): a test has
 * its repositories on disk, although the Portal takes no such URLs.
 *
 * @param mappings - from the beginning of a URL to what stands in for it
 */
export function gitConfiguration(
  mappings: Record<string, string>,
): Record<string, string> {
  const entries = Object.entries(mappings);
  if (entries.length === 0) return {};
  const pairs = entries.flatMap(([prefix, base], index) => [
    [`GIT_CONFIG_KEY_${index}`, `url.${base}.insteadOf`],
    [`GIT_CONFIG_VALUE_${index}`, prefix],
  ]);
  return {
    GIT_CONFIG_COUNT: String(entries.length),
    ...Object.fromEntries(pairs),
  };
}
