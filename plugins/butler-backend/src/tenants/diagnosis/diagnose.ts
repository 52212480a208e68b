import { provisioningSteps } from '@butler-portal/plugin-butler-common';
import type { Diagnosis, Workspace } from '@butler-portal/plugin-butler-common';
import { ConflictError } from '@backstage/errors';
import type { ButlerCache } from '../../cache/ButlerCache';
import { KubernetesApiError } from '../../kubernetes/errors';
import type { TenantClients } from '../TenantClients';
import { TenantUnavailableError } from '../tenantErrors';
import { clusterOf } from '../tenantNames';
import { findingsOf } from './findings';
import { gather } from './gather';
import type { TenantFacts } from './gather';

const NOTHING: TenantFacts = { events: [], logs: [] };

/** What the tenant tells, and why it tells nothing: a tenant that is away must not hide what Butler knows. */
async function ask(
  tenants: TenantClients,
  workspace: Workspace,
): Promise<{ facts: TenantFacts; notAsked: string[] }> {
  try {
    const facts = await tenants.use(clusterOf(workspace), tenant =>
      gather(tenant, workspace),
    );
    return { facts, notAsked: [] };
  } catch (error) {
    const expected =
      error instanceof TenantUnavailableError ||
      error instanceof ConflictError ||
      error instanceof KubernetesApiError;
    if (!expected) throw error;
    const { name } = workspace.spec.clusterRef;
    return {
      facts: NOTHING,
      notAsked: [
        `The cluster “${name}” could not be asked for the pod, its volume, its events and its logs.`,
      ],
    };
  }
}

/**
 * Where a workspace stands and what is wrong with it. What its containers have printed goes to the
 * owner alone (contract, section 4: a workspace is private); the findings that are drawn from it carry none of it.
 */
export async function diagnose(
  workspace: Workspace,
  mayReadLogs: boolean,
  { cache, tenants }: { cache: ButlerCache; tenants: TenantClients },
): Promise<Diagnosis> {
  const { namespace, name } = clusterOf(workspace);
  const { facts, notAsked } = await ask(tenants, workspace);
  const { events, logs } = facts;
  return {
    steps: provisioningSteps(workspace),
    findings: findingsOf({
      ...facts,
      workspace,
      cluster: cache.clusters.store.get(name, namespace),
      now: Date.now(),
      asked: notAsked.length === 0,
    }),
    events,
    ...(mayReadLogs && { logs }),
    notAsked,
  };
}
