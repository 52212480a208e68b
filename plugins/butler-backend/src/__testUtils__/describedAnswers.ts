import type { ZodType } from 'zod';
import { errorBody } from '../answers/error';
import type { Route } from '../routes/route';
import { declaredRoutes, nameOf } from './routeTargets';

const ROUTES = declaredRoutes().map(route => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/:[a-z]+/g, '[^/]+')}$`),
}));

/** Names of the routes whose answers have been looked at. */
export const described = new Set<string>();

function routeOf(method: string, path: string): Route | undefined {
  const [plain] = path.split('?');
  return ROUTES.find(
    ({ route, pattern }) =>
      route.method.toUpperCase() === method && pattern.test(plain),
  )?.route;
}

function dataOf(name: string, schema: ZodType, body: unknown): unknown {
  const { success, data, error } = schema.safeParse(body);
  if (success) return data;
  throw new Error(`${name} answers otherwise than described: ${error}`);
}

/**
 * Holds the JSON of an answer to what `openapi.yaml` says about its route. Every answer of every test
 * goes through here, so that a field that nobody has described is found by whichever test meets it.
 */
export function assertDescribed(
  method: string,
  path: string,
  { status, body }: { status: number; body: unknown },
): void {
  const route = routeOf(method, path);
  if (!route) return;
  const name = nameOf(route);
  if (status >= 400) {
    // Backstage adds whatever properties an error has; only those of the description are promised.
    dataOf(name, errorBody, body);
    return;
  }
  if (!route.answer) {
    if (body !== undefined) throw new Error(`${name} has an undescribed body`);
    return;
  }
  const data = dataOf(name, route.answer, body);
  // What the schema does not know is not in its data.
  expect({ route: name, body: data }).toEqual({ route: name, body });
  described.add(name);
}
