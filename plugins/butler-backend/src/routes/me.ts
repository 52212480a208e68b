import { me } from '../answers/me';
import { knownToButler } from '../access/requirements';
import { noQuery } from './parse';
import { route } from './route';
import type { Route } from './route';

/** `GET /me`: who the caller is in Butler. */
export function meRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/me',
      access: knownToButler('me.view'),
      query: noQuery,
      answer: me,
      handler: ({ caller }) => ({ status: 200, body: caller.me }),
    }),
  ];
}
