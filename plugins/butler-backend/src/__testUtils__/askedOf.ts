import type { Sandbox } from '@butler-portal/sandbox';

/**
 * What the Portal has asked the API server about objects: neither its watches nor the reviews of its
 * account's rights, which it asks for at its start.
 */
export function askedOf(sandbox: Sandbox) {
  return sandbox.requests
    .all()
    .filter(
      ({ path }) =>
        !path.includes('watch=true') && !path.includes('accessreviews'),
    );
}
