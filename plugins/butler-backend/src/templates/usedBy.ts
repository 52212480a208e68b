import { NotAllowedError } from '@backstage/errors';
import { TEMPLATE_ANNOTATION } from '@butler-portal/plugin-butler-common';
import type {
  TemplateDetails,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import type { Caller } from '../access/Caller';
import type { UserCredentials } from '../access/IdentityResolver';
import type { Policy } from '../access/policy/Policy';
import type { ButlerCache } from '../cache/ButlerCache';
import { visibleWorkspaces } from '../workspaces/visible';
import type { PlacedWorkspace } from '../workspaces/visible';
import { serializeTemplate } from './serializeTemplate';

const MAX_NAMED = 100;

/** Who looks at a template, and where from. */
export interface Onlooker {
  caller: Caller;
  credentials: UserCredentials;
  policy: Policy;
  cache: ButlerCache;
}

// Whoever may see templates need not be let see workspaces: that is a question of its own.
async function visibleTo({
  caller,
  credentials,
  policy,
  cache,
}: Onlooker): Promise<PlacedWorkspace[]> {
  try {
    const view = await policy.viewFor('workspace.view', credentials);
    return visibleWorkspaces(cache.workspaces.store, caller.principal, view);
  } catch (error) {
    if (error instanceof NotAllowedError) return [];
    throw error;
  }
}

/**
 * A template with the workspaces that were created from it: those that the caller may see. The count,
 * too, is of those only, or it would tell of workspaces that nobody has let them know of.
 */
export async function describeTemplate(
  template: WorkspaceTemplate,
  onlooker: Onlooker,
): Promise<TemplateDetails> {
  const { namespace, name } = template.metadata;
  const users = (await visibleTo(onlooker)).filter(
    ({ workspace }) =>
      workspace.metadata.annotations?.[TEMPLATE_ANNOTATION] ===
      `${namespace}/${name}`,
  );
  return {
    ...serializeTemplate(template),
    usedBy: {
      totalItems: users.length,
      items: users.slice(0, MAX_NAMED).map(({ team, workspace }) => ({
        team,
        name: workspace.metadata.name,
        owner: workspace.spec.owner,
      })),
    },
  };
}
