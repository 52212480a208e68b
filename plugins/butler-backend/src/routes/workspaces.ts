import {
  createWorkspaceSchema,
  listWorkspacesSchema,
} from '@butler-portal/plugin-butler-common';
import { ConflictError } from '@backstage/errors';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import { inTeam, knownToButler, onWorkspace } from '../access/requirements';
import type { ButlerCache } from '../cache/ButlerCache';
import { createWorkspace } from '../workspaces/createWorkspace';
import { deleteWorkspace } from '../workspaces/deleteWorkspace';
import { idempotencyKeySchema } from '../workspaces/idempotency';
import { takeAction } from '../workspaces/lifecycle';
import type { LifecycleServices, RunAction } from '../workspaces/lifecycle';
import { listWorkspaces } from '../workspaces/listWorkspaces';
import { workspaceJson } from '../workspaces/serialize';
import { visibleWorkspaces } from '../workspaces/visible';
import { noQuery, parse } from './parse';
import { route } from './route';
import type { Answer, Route } from './route';

/** What the routes of workspaces work with. */
export interface WorkspaceRouteServices extends LifecycleServices {
  cache: ButlerCache;
}

const UID = /^[A-Za-z0-9-]{1,64}$/;
const createQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).optional(),
});
const deleteQuery = z.strictObject({
  uid: z.string().regex(UID, 'This is no uid.').optional(),
});

function answer(status: number, workspace: Workspace, team: string): Answer {
  return { status, json: workspaceJson(workspace, team) };
}

function listRoute({ cache }: WorkspaceRouteServices): Route {
  return route({
    method: 'get',
    path: '/workspaces',
    access: knownToButler('workspace.view'),
    query: listWorkspacesSchema,
    handler: ({ caller: { principal }, query, policy }) => {
      const { store } = cache.workspaces;
      const visible = visibleWorkspaces(store, principal, policy);
      const page = listWorkspaces(visible, query, principal);
      const items = page.items.map(({ workspace, team }) =>
        workspaceJson(workspace, team),
      );
      const rest = JSON.stringify({
        totalItems: page.totalItems,
        nextCursor: page.nextCursor,
      });
      // The rows are JSON already; to parse them for one more stringify would double the work.
      const json = `{"items":[${items.join(',')}],${rest.slice(1)}`;
      return { status: 200, json };
    },
  });
}

function createRoute({ cache, writer }: WorkspaceRouteServices): Route {
  return route({
    method: 'post',
    path: '/teams/:team/workspaces',
    access: inTeam('workspace.create'),
    audit: { severity: 'medium', object: ({ name }) => ({ name }) },
    query: createQuery,
    body: createWorkspaceSchema,
    handler: async ({ caller, granted, params, query, body, header }) => {
      const created = await createWorkspace(
        {
          caller,
          membership: granted.membership,
          request: body,
          idempotencyKey: parse(
            idempotencyKeySchema,
            header('idempotency-key'),
            'header',
          ),
          dryRun: query.dryRun === 'true',
        },
        cache,
        writer,
      );
      return answer(201, created, params.team);
    },
  });
}

function readRoute(): Route {
  return route({
    method: 'get',
    path: '/teams/:team/workspaces/:name',
    access: onWorkspace('workspace.view'),
    query: noQuery,
    handler: ({ granted, params }) =>
      answer(200, granted.workspace, params.team),
  });
}

function deleteRoute({ writer }: WorkspaceRouteServices): Route {
  return route({
    method: 'delete',
    path: '/teams/:team/workspaces/:name',
    access: onWorkspace('workspace.delete'),
    audit: { severity: 'high' },
    query: deleteQuery,
    handler: async ({ caller, granted: { workspace }, query }) => {
      if (query.uid !== undefined && query.uid !== workspace.metadata.uid) {
        throw new ConflictError(
          'The workspace that you mean is gone, and another one has its name. It was not touched.',
        );
      }
      await deleteWorkspace(caller, workspace, writer);
      return { status: 204 };
    },
  });
}

function actionRoute(action: RunAction, services: LifecycleServices): Route {
  return route({
    method: 'post',
    path: `/teams/:team/workspaces/:name/${action}`,
    access: onWorkspace(`workspace.${action}`),
    audit: { severity: 'medium' },
    query: noQuery,
    handler: async ({ caller, granted, params }) =>
      answer(
        202,
        await takeAction(action, caller, granted.workspace, services),
        params.team,
      ),
  });
}

/** Every route about workspaces. */
export function workspaceRoutes(services: WorkspaceRouteServices): Route[] {
  return [
    listRoute(services),
    createRoute(services),
    readRoute(),
    deleteRoute(services),
    actionRoute('connect', services),
    actionRoute('disconnect', services),
    actionRoute('start', services),
    actionRoute('stop', services),
  ];
}
