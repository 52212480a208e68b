import {
  dnsLabelSchema,
  mayDo,
  mayDoInSystem,
  mayDoInTeam,
  SYSTEM_NAMESPACE,
  teamOf,
} from '@butler-portal/plugin-butler-common';
import type {
  Action,
  PersonalAction,
  SystemAction,
  TeamAction,
  TeamMembership,
  TenantCluster,
  Workspace,
  WorkspaceAction,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import type { ButlerCache } from '../cache/ButlerCache';
import { withTeam } from '../workspaces/withTeam';
import type { Caller } from './Caller';
import {
  noSuchClusterTemplate,
  noSuchObject,
  noSuchTeam,
  refuseInSystem,
  refuseInTeam,
  refuseOnWorkspace,
} from './refusals';

/**
 * What a route asks for before its handler runs: the parameters of its path and the right to its
 * action. What it grants is what the handler gets.
 */
export interface Requirement<Params, Granted> {
  action: Action;
  params: z.ZodType<Params>;
  /** Throws when Butler's rules say no. */
  grant(caller: Caller, params: Params, cache: ButlerCache): Granted;
}

/** The team that a route is about. */
export interface TeamGrant {
  membership: TeamMembership;
}

/** The workspace that a route is about, as the cache has it, with the label of its team. */
export interface WorkspaceGrant extends TeamGrant {
  workspace: Workspace;
}

/** The team's template that a route is about, as the cache has it. */
export interface TemplateGrant extends TeamGrant {
  template: WorkspaceTemplate;
}

/** The team's cluster that a route is about, as the cache has it. */
export interface ClusterGrant extends TeamGrant {
  cluster: TenantCluster;
}

const FINGERPRINT = /^SHA256:[A-Za-z0-9+/]{43}$/;

const nothing = z.strictObject({});
const teamParams = z.strictObject({ team: dnsLabelSchema });
const clusterParams = teamParams.extend({ cluster: dnsLabelSchema });
const nameParams = z.strictObject({ name: dnsLabelSchema });
const objectParams = teamParams.extend({ name: dnsLabelSchema });
const keyParams = z.strictObject({
  fingerprint: z
    .string()
    .regex(FINGERPRINT, 'Write a fingerprint as ssh-keygen -lf prints it.'),
});

type TeamParams = z.infer<typeof teamParams>;
type ObjectParams = z.infer<typeof objectParams>;
type TemplateAction = Extract<TeamAction, `template.${string}`>;

function membershipIn({ principal }: Caller, team: string): TeamMembership {
  return (
    principal.teams.find(membership => membership.team === team) ??
    noSuchTeam(team)
  );
}

/** Enough to be known to Butler; the handler shows only what the rules let the caller see. */
export function knownToButler(
  action: PersonalAction | 'workspace.view',
): Requirement<Record<string, never>, undefined> {
  return { action, params: nothing, grant: () => undefined };
}

/** Work with one's own SSH keys. */
export function ownKeys(
  action: 'sshKey.view' | 'sshKey.create',
): Requirement<Record<string, never>, undefined> {
  return knownToButler(action);
}

/** Work with the one of one's own SSH keys that the path names by `:fingerprint`. */
export function ownKey(
  action: 'sshKey.delete',
): Requirement<z.infer<typeof keyParams>, undefined> {
  return { action, params: keyParams, grant: () => undefined };
}

/** A place in the team of the path, and the right to the action there. */
export function inTeam(action: TeamAction): Requirement<TeamParams, TeamGrant> {
  return {
    action,
    params: teamParams,
    grant(caller, { team }) {
      const membership = membershipIn(caller, team);
      if (!mayDoInTeam(caller.principal, action, team)) refuseInTeam(action);
      return { membership };
    },
  };
}

/** The right to the action on the workspace of the path. */
export function onWorkspace(
  action: WorkspaceAction,
): Requirement<ObjectParams, WorkspaceGrant> {
  return {
    action,
    params: objectParams,
    grant(caller, { team, name }, cache) {
      const membership = membershipIn(caller, team);
      const found = cache.workspaces.store.get(name, membership.namespace);
      const workspace = found && withTeam(found, team);
      const facts = workspace && {
        team: teamOf(workspace),
        owner: workspace.spec.owner,
      };
      if (!facts || !mayDo(caller.principal, 'workspace.view', facts)) {
        noSuchObject('workspace', name, team);
      }
      if (!mayDo(caller.principal, action, facts)) refuseOnWorkspace(action);
      return { membership, workspace };
    },
  };
}

/** The right to the action on the team's template of the path. */
export function onTemplate(
  action: TemplateAction,
): Requirement<ObjectParams, TemplateGrant> {
  return {
    action,
    params: objectParams,
    grant(caller, { team, name }, cache) {
      const membership = membershipIn(caller, team);
      const template =
        cache.templates.store.get(name, membership.namespace) ??
        noSuchObject('template', name, team);
      if (!mayDoInTeam(caller.principal, action, team)) refuseInTeam(action);
      return { membership, template };
    },
  };
}

/** The right to the action on the team's cluster of the path, `:cluster`. */
export function onCluster(
  action: Extract<TeamAction, `cluster.${string}`>,
): Requirement<z.infer<typeof clusterParams>, ClusterGrant> {
  return {
    action,
    params: clusterParams,
    grant(caller, params, cache) {
      const { team, cluster: name } = params;
      const membership = membershipIn(caller, team);
      if (!mayDoInTeam(caller.principal, action, team)) refuseInTeam(action);
      const cluster =
        cache.clusters.store.get(name, membership.namespace) ??
        noSuchObject('cluster', name, team);
      return { membership, cluster };
    },
  };
}

/** The right to the action in the system namespace, where the cluster templates live. */
export function inSystem(
  action: SystemAction,
): Requirement<Record<string, never>, undefined> {
  return {
    action,
    params: nothing,
    grant({ principal }) {
      if (!mayDoInSystem(principal, action)) refuseInSystem(action);
    },
  };
}

/** The right to the action on the cluster template of the path. */
export function onClusterTemplate(
  action: SystemAction,
): Requirement<z.infer<typeof nameParams>, Pick<TemplateGrant, 'template'>> {
  return {
    action,
    params: nameParams,
    grant({ principal }, { name }, cache) {
      const template =
        cache.templates.store.get(name, SYSTEM_NAMESPACE) ??
        noSuchClusterTemplate(name);
      if (!mayDoInSystem(principal, action)) refuseInSystem(action);
      return { template };
    },
  };
}
