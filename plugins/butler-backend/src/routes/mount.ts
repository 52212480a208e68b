import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { STALE_SINCE_HEADER } from '@butler-portal/plugin-butler-common';
import type { NextFunction, Request, Response, Router } from 'express';
import type { AccessControl } from '../access/AccessControl';
import type { Policy } from '../access/policy/Policy';
import type { ButlerCache } from '../cache/ButlerCache';
import { KubernetesApiError } from '../kubernetes/errors';
import { translateKubernetesError } from '../kubernetes/translateError';
import { TryAgainLaterError } from '../errors';
import { parse } from './parse';
import { requestIdOf } from './requestId';
import type { Answer, Route } from './route';

/** What every route needs. */
export interface RouteServices {
  httpAuth: HttpAuthService;
  access: AccessControl;
  policy: Policy;
  cache: ButlerCache;
  logger: LoggerService;
}

function send(answer: Answer, request: Request, response: Response): void {
  if ('stream' in answer) {
    // Express asks the route of a GET for a HEAD too, which has no body to wait for.
    if (request.method === 'HEAD') response.status(200).end();
    else answer.stream(request, response);
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

async function run(
  route: Route,
  services: RouteServices,
  request: Request,
): Promise<Answer> {
  const { access, cache, httpAuth } = services;
  // Names first: what is none gets no further, whoever sends it.
  const params = parse(route.access.params, request.params, 'path');
  const query = parse(route.query, request.query, 'query');
  const credentials = await httpAuth.credentials(request, { allow: ['user'] });
  cache.assertSynced();
  const caller = await access.callerOf(credentials);
  const { action } = route.access;
  const policy = await services.policy.viewFor(action, credentials);
  const granted = route.access.grant({ caller, params, cache, policy });
  const body = bodyOf(route, request);
  const header = (name: string) => request.get(name);
  return route.handler({
    caller,
    credentials,
    params,
    query,
    body,
    granted,
    policy,
    header,
  });
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
        const answer = await run(route, services, request);
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
        if (error instanceof TryAgainLaterError) {
          response.setHeader('Retry-After', String(error.retryAfterSeconds));
        }
        next(error);
      }
    },
  );
}
