import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  SystemAction,
  TeamAction,
  WorkspaceAction,
} from '@butler-portal/plugin-butler-common';

const OWNER = 'Only the owner, as operator or admin of the team,';
const OWNER_AND_ADMINS =
  'Only the owner, as operator or admin of the team, and the team’s admins';
const ASK_FOR_OPERATOR = 'Ask an admin of the team to make you an operator.';
const TEAM_ADMINS =
  'Only admins of the team write its templates. Ask one of them, or ask them to make you an admin.';
const PLATFORM_ADMINS =
  'Only platform admins write the templates that every team sees. Ask one of them, or write a template for your team.';

const ON_WORKSPACE: Record<WorkspaceAction, string> = {
  'workspace.view': 'You may not look at this workspace.',
  'workspace.diagnose': 'You may not look at this workspace.',
  'workspace.metrics': 'You may not look at this workspace.',
  'workspace.logs': `A workspace is private: ${OWNER.toLowerCase()} reads its logs.`,
  'workspace.connect':
    'A workspace is private: only its owner, as operator or admin of the team, connects to it.',
  'workspace.terminal':
    'A workspace is private: only its owner, as operator or admin of the team, opens its terminal.',
  'workspace.edit': `${OWNER} changes a workspace.`,
  'workspace.start': `${OWNER} starts a workspace.`,
  'workspace.restart': `${OWNER} restarts a workspace.`,
  'workspace.sync-ssh-keys': `${OWNER} brings SSH keys into a workspace.`,
  'workspace.disconnect': `${OWNER_AND_ADMINS} disconnect a workspace.`,
  'workspace.stop': `${OWNER_AND_ADMINS} stop a workspace.`,
  'workspace.delete': `${OWNER_AND_ADMINS} delete a workspace.`,
};

const IN_TEAM: Record<TeamAction, string> = {
  'team.view': 'Only members look at a team.',
  'cluster.view': 'Only members look at the clusters of a team.',
  'cluster.workloads': `As a viewer of the team you cannot create workspaces, nor copy the environment of what runs on its clusters. ${ASK_FOR_OPERATOR}`,
  'template.view': 'Only members look at the templates of a team.',
  'workspace.create': `As a viewer of the team you cannot create workspaces. ${ASK_FOR_OPERATOR}`,
  'gitCredential.list': `As a viewer of the team you cannot create workspaces, nor use the team’s Git credentials. ${ASK_FOR_OPERATOR}`,
  'template.create': TEAM_ADMINS,
  'template.edit': TEAM_ADMINS,
  'template.delete': TEAM_ADMINS,
};

const IN_SYSTEM: Record<SystemAction, string> = {
  'template.view': 'You may not look at the templates.',
  'template.create': PLATFORM_ADMINS,
  'template.edit': PLATFORM_ADMINS,
  'template.delete': PLATFORM_ADMINS,
};

/** Refuses an action on a workspace that the caller can see; says who may take it. */
export function refuseOnWorkspace(action: WorkspaceAction): never {
  throw new NotAllowedError(ON_WORKSPACE[action]);
}

/** Refuses an action in a team that the caller is in; says who may take it. */
export function refuseInTeam(action: TeamAction): never {
  throw new NotAllowedError(IN_TEAM[action]);
}

/** Refuses an action in the system namespace; says who may take it. */
export function refuseInSystem(action: SystemAction): never {
  throw new NotAllowedError(IN_SYSTEM[action]);
}

/** The same words whether the team does not exist or may not be known of. */
export function noSuchTeam(team: string): never {
  throw new NotFoundError(
    `There is no team “${team}” that you are a member of. Ask an admin of the team to add you.`,
  );
}

/** The same words whether the object does not exist or may not be known of. */
export function noSuchObject(what: string, name: string, team: string): never {
  throw new NotFoundError(
    `There is no ${what} “${name}” in the team “${team}” that you may see.`,
  );
}

/** No cluster template has that name. */
export function noSuchClusterTemplate(name: string): never {
  throw new NotFoundError(`There is no template “${name}” for every team.`);
}
