import { request } from 'node:http';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { HandlerServices } from '../routes/router';
import { allRoutes } from '../routes/router';
import type { Route } from '../routes/route';
import type { Portal } from './startPortal';

/** Every route that the plugin registers, without what its handlers work with. */
export function declaredRoutes(): Route[] {
  return allRoutes({} as HandlerServices);
}

/** `GET /teams/:team/clusters`. */
export function nameOf({ method, path }: Route): string {
  return `${method.toUpperCase()} ${path}`;
}

/** The path with its parameters filled in. */
export function fillIn(
  { path }: Route,
  params: Record<string, string>,
): string {
  return path.replace(/:([a-z]+)/g, (_, name: string) =>
    encodeURIComponent(params[name]),
  );
}

/** Asks and answers the status as soon as that is known; a stream has no end to wait for. */
export function statusOf(
  portal: Portal,
  { method }: Pick<Route, 'method'>,
  path: string,
  person: string | undefined,
): Promise<number> {
  const authorization = person
    ? mockCredentials.user.header(`user:default/${person}`)
    : mockCredentials.none.header();
  // No write takes this body, and each finds that out after it has asked for access.
  const body = method === 'get' ? undefined : '{"nonsense":true}';
  return new Promise((resolve, reject) => {
    const sent = request(
      `${portal.url}${path}`,
      {
        method: method.toUpperCase(),
        headers: {
          authorization,
          // node:http frames no body of a DELETE by itself.
          ...(body && {
            'content-type': 'application/json',
            'content-length': String(body.length),
          }),
        },
      },
      response => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
