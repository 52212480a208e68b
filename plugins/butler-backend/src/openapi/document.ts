import type { z } from 'zod';
import { errorBody } from '../answers/error';
import type { Route } from '../routes/route';
import { answerSchemas, jsonSchemaOf, refTo } from './schemas';
import { SUMMARIES } from './summaries';

const JSON_TYPE = 'application/json';
/** Answers that are no JSON. */
const TEXTS: Record<string, string> = {
  '/events': 'text/event-stream',
  '/me/ssh-config': 'text/plain',
};
/** Headers that a handler reads. */
const HEADERS: Record<string, string> = {
  'post /teams/:team/workspaces': 'Idempotency-Key',
  'get /events': 'Last-Event-ID',
};

function parametersIn(place: 'path' | 'query', schema: z.ZodType) {
  const { properties = {}, required = [] } = jsonSchemaOf(schema);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function headerOf({ method, path }: Route) {
  const name = HEADERS[`${method} ${path}`];
  if (!name) return [];
  return [{ name, in: 'header', required: false, schema: { type: 'string' } }];
}

function answersOf({ method, path, answer }: Route) {
  const content = answer
    ? { [JSON_TYPE]: { schema: refTo(answer) } }
    : { [TEXTS[path]]: { schema: { type: 'string' } } };
  // Which of the 2xx it is depends on what was asked: 201 made, 202 on its way, 204 nothing to say.
  const success =
    method === 'delete'
      ? { 204: { description: 'Done' } }
      : { '2XX': { description: 'Done', content } };
  return { ...success, default: { $ref: '#/components/responses/Error' } };
}

/** `getTeamsByTeamWorkspacesByName` */
function operationId({ method, path }: Route): string {
  return path
    .split(/[/-]/)
    .filter(Boolean)
    .reduce((id, part) => {
      const word = part.replace(':', '');
      const capital = word[0].toUpperCase() + word.slice(1);
      return `${id}${part.startsWith(':') ? 'By' : ''}${capital}`;
    }, method);
}

function operationOf(route: Route) {
  const { access, query, body } = route;
  const parameters = [
    ...parametersIn('path', access.params),
    ...parametersIn('query', query),
    ...headerOf(route),
  ];
  return {
    operationId: operationId(route),
    summary: SUMMARIES[access.action],
    tags: [access.action.split('.')[0]],
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: { [JSON_TYPE]: { schema: jsonSchemaOf(body) } },
      },
    }),
    responses: answersOf(route),
  };
}

const HEALTH_ANSWER = {
  [JSON_TYPE]: {
    schema: {
      type: 'object',
      properties: { status: { enum: ['ok', 'starting'] } },
      required: ['status'],
    },
  },
};

const HEALTH = {
  get: {
    operationId: 'getHealth',
    summary: 'Whether every cache is filled',
    security: [],
    responses: {
      200: { description: 'Filled', content: HEALTH_ANSWER },
      503: { description: 'Starting', content: HEALTH_ANSWER },
    },
  },
};

/** Describes the routes as an OpenAPI 3.1 document: what each takes, from the very schemas that check it,
 * and what it answers, from schemas that tests hold the answers to. */
export function openApiDocument(routes: Route[]) {
  const paths: Record<string, Record<string, object>> = { '/health': HEALTH };
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Butler backend',
      version: '1.0.0',
      description:
        'Generated from the declarations of the routes; see README.md for what they mean.',
    },
    servers: [{ url: '/api/butler' }],
    security: [{ backstage: [] }],
    paths,
    components: {
      schemas: answerSchemas(),
      securitySchemes: {
        backstage: {
          type: 'http',
          scheme: 'bearer',
          description: 'A Backstage user token',
        },
      },
      responses: {
        Error: {
          description: 'Not done; the message says what to do',
          content: { [JSON_TYPE]: { schema: refTo(errorBody) } },
        },
      },
    },
  };
}
