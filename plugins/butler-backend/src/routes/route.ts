import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Caller } from '../access/Caller';
import type { UserCredentials } from '../access/IdentityResolver';
import type { Requirement } from '../access/requirements';

/** What a handler works with: everything in it has been checked. */
export interface RouteRequest<Params, Query, Body, Granted> {
  caller: Caller;
  credentials: UserCredentials;
  params: Params;
  query: Query;
  body: Body;
  granted: Granted;
  /** A request header, as the caller sent it. */
  header(name: string): string | undefined;
}

/** What a handler answers: an object, JSON that is ready, nothing, or a stream that it writes itself. */
export type Answer =
  | { status: number; body: object }
  | { status: number; json: string }
  | { status: 204 }
  | { stream: (request: Request, response: Response) => void };

/** A route as the router mounts it. */
export interface Route {
  method: 'get' | 'post' | 'delete';
  path: string;
  access: Requirement<unknown, unknown>;
  query: z.ZodType;
  body?: z.ZodType;
  handler(
    request: RouteRequest<unknown, unknown, unknown, unknown>,
  ): Promise<Answer> | Answer;
}

/** A route as it is declared. There is none without `access`. */
export interface RouteDeclaration<Params, Query, Body, Granted> {
  method: Route['method'];
  /** Below `/api/butler`; its parameters are those of `access`. */
  path: string;
  access: Requirement<Params, Granted>;
  query: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  handler(
    request: RouteRequest<Params, Query, Body, Granted>,
  ): Promise<Answer> | Answer;
}

/** Declares a route; the types of its handler follow from what it asks for. */
export function route<Params, Query, Granted, Body = undefined>(
  declaration: RouteDeclaration<Params, Query, Body, Granted>,
): Route {
  // Sound: mount() passes on only what these very schemas and this requirement have given.
  return declaration as unknown as Route;
}
