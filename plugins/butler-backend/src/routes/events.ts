import { NotAllowedError } from '@backstage/errors';
import {
  dnsLabelSchema,
  STREAM_KINDS,
} from '@butler-portal/plugin-butler-common';
import type { StreamKind } from '@butler-portal/plugin-butler-common';
import type { Response } from 'express';
import { z } from 'zod';
import type { Caller } from '../access/Caller';
import type { UserCredentials } from '../access/IdentityResolver';
import { originAllowed } from '../access/origin';
import { noSuchTeam } from '../access/refusals';
import { knownToButler } from '../access/requirements';
import type { EventHub } from '../stream/EventHub';
import { Reader } from '../stream/Reader';
import { Crowd } from './Crowd';
import { route } from './route';
import type { Route } from './route';

const MAX_TEAMS = 50;
/** How long a stream may last when its credential does not say how long that is valid. */
const MAX_STREAM_MS = 60 * 60 * 1000;

/** How often the catalog and the policy are asked again; Teams and Users are followed anyway. */
const REVIEW_MS = 60_000;

const KIND = STREAM_KINDS.join('|');
const KINDS = new RegExp(
  `^(${KIND})(,(${KIND})){0,${STREAM_KINDS.length - 1}}$`,
);

const eventsQuery = z.strictObject({
  kinds: z
    .string()
    .regex(KINDS, `Write kinds of ${STREAM_KINDS.join(', ')}, with commas.`)
    .transform(text => text.split(',') as StreamKind[])
    .optional(),
  team: z
    .union([
      dnsLabelSchema.transform(team => [team]),
      z.array(dnsLabelSchema).max(MAX_TEAMS),
    ])
    .optional(),
});

function lifetimeOf({ expiresAt }: UserCredentials): number {
  if (!expiresAt) return MAX_STREAM_MS;
  return Math.min(Math.max(0, Number(expiresAt) - Date.now()), MAX_STREAM_MS);
}

function open(
  response: Response,
  hub: EventHub,
  reader: Reader,
  lastEventId: string | undefined,
  lifetimeMs: number,
): void {
  response.status(200).set({
    'Content-Type': 'text/event-stream',
    // Without no-transform the compression middleware would hold events back.
    'Cache-Control': 'no-cache, no-transform',
    // nginx too would.
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const expiry = setTimeout(() => hub.drop(reader), lifetimeMs);
  const reviews = setInterval(() => hub.review(reader), REVIEW_MS);
  response.on('close', () => {
    clearTimeout(expiry);
    clearInterval(reviews);
    hub.drop(reader);
  });
  hub.add(reader, lastEventId);
}

function assertInTeams({ principal }: Caller, teams: string[]): void {
  const known = new Set(principal.teams.map(({ team }) => team));
  const unknown = teams.find(team => !known.has(team));
  if (unknown !== undefined) noSuchTeam(unknown);
}

/** What the stream works with. */
export interface EventRouteServices {
  hub: EventHub;
  /** The origins of the app. */
  origins: readonly string[];
  /** How many streams one person may have open. */
  streamsPerUser: number;
}

// A browser leaves the header out where the app and its backend have the same origin, and others
// know no origins; a page elsewhere cannot help sending its own.
function assertOwnOrigin(origin: string | undefined, own: readonly string[]) {
  if (origin === undefined || originAllowed(origin, own)) return;
  throw new NotAllowedError(
    'Only pages of this Portal read the event stream. Open the Portal at its own address (app.baseUrl).',
  );
}

/** `GET /events`: the stream of changes. */
export function eventRoutes(services: EventRouteServices): Route[] {
  const { hub, origins, streamsPerUser } = services;
  const crowd = new Crowd('event streams', streamsPerUser);
  return [
    route({
      method: 'get',
      path: '/events',
      access: knownToButler('workspace.view'),
      query: eventsQuery,
      handler: async ({ caller, credentials, query, policy, header }) => {
        assertOwnOrigin(header('origin'), origins);
        const { kinds = [], team: teams = [] } = query;
        assertInTeams(caller, teams);
        const views = await hub.viewsFor(kinds, policy, credentials);
        return {
          stream: (_, response) => {
            const { userEntityRef } = caller.identity;
            response.on('close', crowd.enter(userEntityRef));
            const reader = new Reader(
              response,
              hub.logId,
              credentials,
              caller,
              views,
              kinds,
              teams,
            );
            const lastEventId = header('last-event-id');
            open(response, hub, reader, lastEventId, lifetimeOf(credentials));
          },
        };
      },
    }),
  ];
}
