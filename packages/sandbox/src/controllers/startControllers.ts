import { ControllerContext } from './context';
import { ControllerControl, ControllerName } from './controllerControl';
import { startGarbageCollector } from './garbageCollector';
import { startTeamController } from './teamController';
import { startTenantClusterController } from './tenantClusterController';
import { startWorkspaceController } from './workspaceController';

/** Starts all of Butler's controllers, and Kubernetes' garbage collector; the returned function stops them. */
export function startControllers(
  context: ControllerContext,
  control: ControllerControl,
): () => void {
  const withClock = (name: ControllerName): ControllerContext => ({
    ...context,
    clock: control.clockOf(name),
  });
  const controllers = [
    startTeamController(withClock('team')),
    startTenantClusterController(withClock('tenantcluster')),
    startWorkspaceController(withClock('workspace')),
    startGarbageCollector(context.server, context.report),
  ];
  return () => controllers.forEach(controller => controller.stop());
}
