import { NotAllowedError } from '@backstage/errors';
import type { StreamKind } from '@butler-portal/plugin-butler-common';
import type { UserCredentials } from '../access/IdentityResolver';
import type { Policy, PolicyView } from '../access/policy/Policy';
import type { KindViews } from './streamFacts';

type Views = Pick<Policy, 'viewFor'>;

async function templateView(
  policy: Views,
  credentials: UserCredentials,
): Promise<PolicyView | undefined> {
  try {
    return await policy.viewFor('template.view', credentials);
  } catch (error) {
    if (error instanceof NotAllowedError) return undefined;
    throw error;
  }
}

/**
 * What the policy lets somebody see of the kinds. One that it forbids is left out, as a list leaves
 * out what it hides.
 *
 * @param workspaces - what it says of them; without a yes to these there is no stream
 */
export async function kindViews(
  policy: Views,
  kinds: readonly StreamKind[],
  workspaces: PolicyView,
  credentials: UserCredentials,
): Promise<KindViews> {
  const views: KindViews = { workspaces };
  // Whoever may read workspaces may look at clusters: it is the same permission.
  if (kinds.includes('clusters')) views.clusters = workspaces;
  if (kinds.includes('templates')) {
    views.templates = await templateView(policy, credentials);
  }
  return views;
}
