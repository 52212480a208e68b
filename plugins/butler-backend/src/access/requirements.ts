import {
  dnsLabelSchema,
  mayDo,
  mayDoInSystem,
  mayDoInTeam,
  SYSTEM_NAMESPACE,
} from '@butler-portal/plugin-butler-common';
import type {
  PersonalAction,
  SystemAction,
  TeamAction,
  TeamMembership,
  WorkspaceAction,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import type { Caller } from './Caller';
import { refuseByPolicy, refuseContentByPolicy } from './policy/Policy';
import type { PolicyView } from './policy/Policy';
import { templateResource, workspaceResource } from './policy/resources';
import {
  noSuchClusterTemplate,
  noSuchObject,
  noSuchTeam,
  refuseInSystem,
  refuseInTeam,
  refuseOnWorkspace,
} from './refusals';
import type {
  ClusterGrant,
  Requirement,
  TeamGrant,
  TemplateGrant,
  WorkspaceGrant,
} from './Requirement';
import { withTeam } from './withTeam';

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
  action: PersonalAction | 'workspace.view' | 'workspace.connect',
): Requirement<Record<string, never>, undefined> {
  return { action, params: nothing, grant: () => undefined };
}

function onOwnKeys<Params>(
  action: Extract<PersonalAction, `sshKey.${string}`>,
  params: z.ZodType<Params>,
): Requirement<Params, undefined> {
  return {
    action,
    params,
    grant({ caller, policy }) {
      if (!policy.allows({ owner: caller.email })) refuseByPolicy(action);
    },
  };
}

/** Work with one's own SSH keys. */
export function ownKeys(action: 'sshKey.view' | 'sshKey.create') {
  return onOwnKeys(action, nothing);
}

/** Work with the one of one's own SSH keys that the path names by `:fingerprint`. */
export function ownKey(action: 'sshKey.delete') {
  return onOwnKeys(action, keyParams);
}

/** A place in the team of the path, and the right to the action there. */
export function inTeam(action: TeamAction): Requirement<TeamParams, TeamGrant> {
  return {
    action,
    params: teamParams,
    grant({ caller, params: { team } }) {
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
    grant({ caller, params: { team, name }, cache, policy }) {
      const membership = membershipIn(caller, team);
      const found = cache.workspaces.store.get(name, membership.namespace);
      const workspace = found && withTeam(found, team);
      const facts = workspace && workspaceResource(workspace, team);
      if (
        !facts ||
        !mayDo(caller.principal, 'workspace.view', facts) ||
        !policy.sees(facts)
      ) {
        noSuchObject('workspace', name, team);
      }
      if (!mayDo(caller.principal, action, facts)) refuseOnWorkspace(action);
      if (!policy.allows(facts)) refuseByPolicy(action);
      return { membership, workspace };
    },
  };
}

function templateGrant(
  action: TemplateAction,
  template: WorkspaceTemplate,
  { sees, allows }: PolicyView,
  team?: string,
): TemplateGrant {
  return {
    template,
    assertAllows(content) {
      const facts = templateResource(content, team);
      if (!sees(facts)) refuseContentByPolicy('template.view');
      if (!allows(facts)) refuseContentByPolicy(action);
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
    grant({ caller, params: { team, name }, cache, policy }) {
      const membership = membershipIn(caller, team);
      const template = cache.templates.store.get(name, membership.namespace);
      const facts = template && templateResource(template, team);
      if (!facts || !policy.sees(facts)) noSuchObject('template', name, team);
      if (!mayDoInTeam(caller.principal, action, team)) refuseInTeam(action);
      if (!policy.allows(facts)) refuseByPolicy(action);
      return templateGrant(action, template, policy, team);
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
    grant({ caller, params, cache }) {
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
    grant({ caller: { principal } }) {
      if (!mayDoInSystem(principal, action)) refuseInSystem(action);
    },
  };
}

/** The right to the action on the cluster template of the path. */
export function onClusterTemplate(
  action: SystemAction,
): Requirement<z.infer<typeof nameParams>, TemplateGrant> {
  return {
    action,
    params: nameParams,
    grant({ caller, params: { name }, cache, policy }) {
      const template = cache.templates.store.get(name, SYSTEM_NAMESPACE);
      const facts = template && templateResource(template);
      if (!facts || !policy.sees(facts)) noSuchClusterTemplate(name);
      if (!mayDoInSystem(caller.principal, action)) refuseInSystem(action);
      if (!policy.allows(facts)) refuseByPolicy(action);
      return templateGrant(action, template, policy);
    },
  };
}
