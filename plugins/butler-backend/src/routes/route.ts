import type { AuditorServiceEventSeverityLevel } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Caller } from '../access/Caller';
import type { UserCredentials } from '../access/IdentityResolver';
import type { PolicyView } from '../access/policy/Policy';
import type { Requirement } from '../access/Requirement';

/** What a handler works with: everything in it has been checked. */
export interface RouteRequest<Params, Query, Body, Granted> {
  caller: Caller;
  credentials: UserCredentials;
  params: Params;
  query: Query;
  body: Body;
  granted: Granted;
  /** What Backstage's policy lets the caller see: lists are filtered by it. */
  policy: PolicyView;
  /** A request header, as the caller sent it. */
  header(name: string): string | undefined;
}

/** What a handler answers: an object, JSON that is ready, plain text, nothing, or a stream that it writes itself. */
export type Answer<Out = object> =
  | { status: number; body: Out }
  | { status: number; json: string | Buffer }
  | { status: number; text: string }
  | { status: 204 }
  | { stream: (request: Request, response: Response) => void };

/**
 * What the auditor is told of a write beside who, the action and the parameters of the path. Never
 * a secret: audit logs are kept for long and read by many.
 */
export interface Audit<Body> {
  severity: AuditorServiceEventSeverityLevel;
  /** What the body says about the object, such as the name of one that is created. */
  object?(body: Body): JsonObject;
}

type WriteMethod = 'post' | 'put' | 'patch' | 'delete';

/** A route as the router mounts it. */
export interface Route {
  method: 'get' | WriteMethod;
  path: string;
  audit?: Audit<unknown>;
  access: Requirement<unknown, unknown>;
  query: z.ZodType;
  body?: z.ZodType;
  answer?: z.ZodType;
  handler(
    request: RouteRequest<unknown, unknown, unknown, unknown>,
  ): Promise<Answer> | Answer;
}

interface CommonDeclaration<Params, Query, Body, Granted, Out> {
  /** Below `/api/butler`; its parameters are those of `access`. */
  path: string;
  access: Requirement<Params, Granted>;
  query: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** What a success is answered with, where that is JSON; tests hold the answers to it. */
  answer?: z.ZodType<Out>;
  handler(
    request: RouteRequest<Params, Query, Body, Granted>,
  ): Promise<Answer<NoInfer<Out>>> | Answer<NoInfer<Out>>;
}

/** A route as it is declared. There is none without `access`, and none that writes without `audit`. */
export type RouteDeclaration<Params, Query, Body, Granted, Out> =
  CommonDeclaration<Params, Query, Body, Granted, Out> &
    (
      | { method: 'get'; audit?: never }
      | { method: WriteMethod; audit: Audit<Body> }
    );

/** Declares a route; the types of its handler follow from what it asks for. */
export function route<Params, Query, Granted, Body = undefined, Out = object>(
  declaration: RouteDeclaration<Params, Query, Body, Granted, Out>,
): Route {
  // Sound: mount() passes on only what these very schemas and this requirement have given.
  return declaration as unknown as Route;
}
