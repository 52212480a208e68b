import { Tenant } from '../tenants/startTenant';
import {
  ControllerContext,
  forEachChange,
  parseQueueKey,
  queueKey,
  RunningController,
} from './context';
import { BUTLER, WORKSPACE_LABEL } from '../names';
import { Pace } from '../runtime/pace';
import { observe } from './workspace/observe';
import { carryOut } from './workspace/carryOut';
import { planWorkspace } from './workspace/planWorkspace';
import { Workspace } from './workspace/model';
import { WorkQueue } from '../runtime/workQueue';

/** Plays the part of Butler's workspace controller: decisions by `planWorkspace`, one step at a time. */
export function startWorkspaceController(
  context: ControllerContext,
): RunningController {
  const { objects, server, tenants, clock, delays, report } = context;
  const pace = new Pace(clock);
  const watched = new Map<Tenant, () => void>();

  const queue = new WorkQueue(
    clock,
    key => {
      const object = objects.get('workspaces', parseQueueKey(key));
      if (!object) {
        pace.forget(key);
        return undefined;
      }
      const observation = observe(context, object);
      const plan = planWorkspace(observation);
      if (plan.pace) {
        const left = pace.remaining(key, plan.pace, delays[plan.pace]);
        if (left > 0) return left;
      }
      return carryOut(context, observation, plan);
    },
    report,
  );

  /** Changes of pods and services of the workspace's own cluster are a reason to look at it. */
  const watchTenant = (namespace: string | undefined, tenant: Tenant) => {
    if (watched.has(tenant)) return;
    const listeners = ['pods.', 'services.'].map(resource =>
      tenant.server.store.subscribe(resource, ({ object }) => {
        const name = object.metadata.labels?.[WORKSPACE_LABEL];
        if (name) queue.add(queueKey({ namespace, name }));
      }),
    );
    watched.set(tenant, () => listeners.forEach(stop => stop()));
  };

  const onCluster = forEachChange(
    context,
    'tenantclusters',
    ({ metadata }, deleted) => {
      const tenant = tenants.get(metadata);
      if (tenant && !deleted) watchTenant(metadata.namespace, tenant);
      server.store
        .collection(`workspaces.${BUTLER}`)
        .list(metadata.namespace)
        .map(object => object as unknown as Workspace)
        .filter(({ spec }) => spec.clusterRef.name === metadata.name)
        .filter(({ status }) => deleted || status?.phase !== 'Stopped')
        .filter(({ status }) => status?.phase !== 'Failed')
        .forEach(workspace => queue.add(queueKey(workspace.metadata)));
    },
  );
  const onWorkspace = forEachChange(context, 'workspaces', ({ metadata }) =>
    queue.add(queueKey(metadata)),
  );
  return {
    stop() {
      onCluster();
      onWorkspace();
      watched.forEach(stop => stop());
      queue.stop();
    },
  };
}
