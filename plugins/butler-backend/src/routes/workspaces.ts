import {
  createWorkspaceSchema,
  editWorkspaceSchema,
  isOwner,
  listWorkspacesSchema,
} from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import {
  workspace as workspaceAnswer,
  workspaceList,
} from '../answers/workspaces';
import type { Caller } from '../access/Caller';
import { inTeam, knownToButler, onWorkspace } from '../access/requirements';
import type { ButlerCache } from '../cache/ButlerCache';
import { createWorkspace } from '../workspaces/createWorkspace';
import { deleteWorkspace } from '../workspaces/deleteWorkspace';
import { editWorkspace } from '../workspaces/editWorkspace';
import { idempotencyKeySchema } from '../workspaces/idempotency';
import { takeAction } from '../workspaces/lifecycle';
import type { LifecycleServices, RunAction } from '../workspaces/lifecycle';
import { listWorkspaces } from '../workspaces/listWorkspaces';
import {
  itemsJson,
  ownWorkspaceJson,
  workspaceJson,
} from '../workspaces/serialize';
import { visibleWorkspaces } from '../workspaces/visible';
import { noQuery, parse } from './parse';
import { assertMeant, deleteQuery, dryRunQuery } from './queries';
import { route } from './route';
import type { Answer, Route } from './route';

/** What the routes of workspaces work with. */
export interface WorkspaceRouteServices extends LifecycleServices {
  cache: ButlerCache;
}

// The owner sees all of the own workspace; keys and the editor's files are nobody else's.
function answer(
  status: number,
  workspace: Workspace,
  team: string,
  { principal }: Caller,
): Answer<never> {
  const own = isOwner(principal, { team, owner: workspace.spec.owner });
  const json = own
    ? ownWorkspaceJson(workspace, team)
    : workspaceJson(workspace, team);
  return { status, json };
}

function listRoute({ cache }: WorkspaceRouteServices): Route {
  return route({
    method: 'get',
    path: '/workspaces',
    access: knownToButler('workspace.view'),
    query: listWorkspacesSchema,
    answer: workspaceList,
    handler: ({ caller: { principal }, query, policy }) => {
      const { store } = cache.workspaces;
      const visible = visibleWorkspaces(store, principal, policy, query);
      const page = listWorkspaces(visible, query, principal);
      const items = page.items.map(({ workspace, team }) =>
        workspaceJson(workspace, team),
      );
      const { totalItems, nextCursor } = page;
      const json = itemsJson(items, { totalItems, nextCursor });
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
    query: dryRunQuery,
    body: createWorkspaceSchema,
    answer: workspaceAnswer,
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
      return answer(201, created, params.team, caller);
    },
  });
}

function readRoute(): Route {
  return route({
    method: 'get',
    path: '/teams/:team/workspaces/:name',
    access: onWorkspace('workspace.view'),
    query: noQuery,
    answer: workspaceAnswer,
    handler: ({ caller, granted, params }) =>
      answer(200, granted.workspace, params.team, caller),
  });
}

function editRoute({ cache, writer }: WorkspaceRouteServices): Route {
  return route({
    method: 'patch',
    path: '/teams/:team/workspaces/:name',
    access: onWorkspace('workspace.edit'),
    audit: { severity: 'medium' },
    query: noQuery,
    body: editWorkspaceSchema,
    answer: workspaceAnswer,
    handler: async ({ caller, granted, params, body }) => {
      const { membership, workspace } = granted;
      const edited = await editWorkspace(
        { caller, membership, workspace, request: body },
        cache,
        writer,
      );
      return answer(200, edited, params.team, caller);
    },
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
      assertMeant(workspace, query.uid);
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
    answer: workspaceAnswer,
    handler: async ({ caller, granted, params }) =>
      answer(
        202,
        await takeAction(action, caller, granted.workspace, services),
        params.team,
        caller,
      ),
  });
}

/** Every route about workspaces. */
export function workspaceRoutes(services: WorkspaceRouteServices): Route[] {
  return [
    listRoute(services),
    createRoute(services),
    readRoute(),
    editRoute(services),
    deleteRoute(services),
    actionRoute('connect', services),
    actionRoute('disconnect', services),
    actionRoute('start', services),
    actionRoute('stop', services),
    actionRoute('restart', services),
    actionRoute('sync-ssh-keys', services),
  ];
}
