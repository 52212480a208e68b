// The grammar of a container image reference.
// https://github.com/distribution/reference/blob/main/reference.go
const DOMAIN_PART = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const DOMAIN = `(?:${DOMAIN_PART}(?:\\.${DOMAIN_PART})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?`;
const PATH_PART = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const REFERENCE = new RegExp(
  `^(?:${DOMAIN}/)?${PATH_PART}(?:/${PATH_PART})*(?::[\\w][\\w.-]{0,127})?(?:@sha256:[a-f0-9]{64})?$`,
);
const MAX_LENGTH = 512;

/** Whether the text is a container image reference, with or without registry, tag and digest. */
export function isImageReference(text: string): boolean {
  return text.length <= MAX_LENGTH && REFERENCE.test(text);
}

/** Registry and path left away: `ghcr.io/acme/go:1.24` reads `go:1.24` in a list. */
export function shortImage(image: string): string {
  const withoutDigest = image.replace(/@sha256:.*$/, '');
  return withoutDigest.slice(withoutDigest.lastIndexOf('/') + 1);
}
