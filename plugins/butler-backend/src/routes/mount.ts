import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { STALE_SINCE_HEADER } from '@butler-portal/plugin-butler-common';
import type { NextFunction, Request, Response, Router } from 'express';
import type { UserCredentials } from '../access/IdentityResolver';
import type { AccessControl } from '../access/AccessControl';
import type { Policy } from '../access/policy/Policy';
import type { ButlerCache } from '../cache/ButlerCache';
import { KubernetesApiError } from '../kubernetes/errors';
import { translateKubernetesError } from '../kubernetes/translateError';
import { AuditTrail, eventIdOf } from '../audit';
import { TooManyRequestsError, TryAgainLaterError } from '../errors';
import type { Crowd } from './Crowd';
import { parse } from './parse';
import { requestIdOf } from './requestId';
import type { Answer, Route } from './route';

/** What every route needs. */
export interface RouteServices {
  httpAuth: HttpAuthService;
  access: AccessControl;
  policy: Policy;
  auditor: AuditorService;
  /** The requests that are being answered. */
  crowd: Crowd;
  cache: ButlerCache;
  logger: LoggerService;
}

function send(answer: Answer, request: Request, response: Response): void {
  if ('stream' in answer) {
    // Express asks the route of a GET for a HEAD too, which has no body to wait for.
    if (request.method === 'HEAD') response.status(200).end();
    else if (!response.closed) answer.stream(request, response);
  } else if ('json' in answer) {
    response.status(answer.status).type('json').end(answer.json);
  } else if ('text' in answer) {
    response.status(answer.status).type('text/plain').end(answer.text);
  } else if ('body' in answer) {
    response.status(answer.status).json(answer.body);
  } else {
    response.status(answer.status).end();
  }
}

function bodyOf(route: Route, request: Request): unknown {
  if (route.body) return parse(route.body, request.body, 'body');
  const { body } = request;
  if (body && typeof body === 'object' && Object.keys(body).length === 0) {
    return undefined;
  }
  if (body !== undefined) {
    throw new InputError('This request takes no body. Send none.');
  }
  return undefined;
}

/** Asks Butler's rules and Backstage's policy. */
async function admit(
  { access: { action, grant } }: Route,
  { access, cache, policy }: RouteServices,
  params: unknown,
  credentials: UserCredentials,
) {
  const caller = await access.callerOf(credentials);
  const view = await policy.viewFor(action, credentials);
  return {
    caller,
    policy: view,
    granted: grant({ caller, params, cache, policy: view }),
  };
}

async function run(
  route: Route,
  services: RouteServices,
  request: Request,
  response: Response,
): Promise<Answer> {
  const { cache, crowd, httpAuth } = services;
  // Names first: what is none gets no further, whoever sends it.
  const params = parse(route.access.params, request.params, 'path');
  const query = parse(route.query, request.query, 'query');
  const credentials = await httpAuth.credentials(request, { allow: ['user'] });
  const leave = crowd.enter(credentials.principal.userEntityRef);
  if (response.closed) leave();
  else response.on('close', leave);
  cache.assertSynced();
  const object = { ...(params as JsonObject), ...(query as JsonObject) };
  const { action } = route.access;
  const trail = await AuditTrail.begin(services, {
    eventId: eventIdOf(action),
    severity: route.audit?.severity,
    request,
    meta: { action, ...object },
  });
  try {
    const admitted = await admit(route, services, params, credentials);
    trail.add({ email: admitted.caller.email });
    const body = bodyOf(route, request);
    trail.add(route.audit?.object?.(body));
    const header = (name: string) => request.get(name);
    const answer = await route.handler({
      ...admitted,
      credentials,
      params,
      query,
      body,
      header,
    });
    await trail.succeeded();
    // Streams are counted by themselves.
    if ('stream' in answer) leave();
    return answer;
  } catch (error) {
    await trail.failed(error);
    throw error;
  }
}

function logFailure(
  error: unknown,
  { method, path }: Route,
  logger: LoggerService,
): void {
  const what = `${method.toUpperCase()} ${path}`;
  const refused =
    error instanceof KubernetesApiError && [401, 403].includes(error.status);
  // The Portal has said yes and Kubernetes no: somebody has rules to mend.
  if (refused) logger.warn(`Kubernetes refused ${what}: ${error}`);
  else logger.info(`Refused ${what}: ${error}`);
}

/** Mounts a declared route: parse, ask access, call the handler, answer. */
export function mount(
  router: Router,
  route: Route,
  services: RouteServices,
): void {
  const { cache, logger } = services;
  router[route.method](
    route.path,
    async (request: Request, response: Response, next: NextFunction) => {
      try {
        const answer = await run(route, services, request, response);
        const { since } = cache.freshness.state;
        if (route.method === 'get' && since) {
          response.setHeader(STALE_SINCE_HEADER, since);
        }
        send(answer, request, response);
      } catch (raised) {
        // Backstage's middleware makes the body; what came from Kubernetes is put into words first.
        logFailure(
          raised,
          route,
          logger.child({ requestId: requestIdOf(response) }),
        );
        const error = translateKubernetesError(raised);
        if (
          error instanceof TryAgainLaterError ||
          error instanceof TooManyRequestsError
        ) {
          response.setHeader('Retry-After', String(error.retryAfterSeconds));
        }
        next(error);
      }
    },
  );
}
