import { ControllerContext } from './context';
import { ControllerControl, ControllerName } from './controllerControl';
import { startTeamController } from './teamController';
import { startTenantClusterController } from './tenantClusterController';
import { startWorkspaceController } from './workspaceController';

/** Starts all of Butler's controllers; the returned function stops them. */
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
  ];
  return () => controllers.forEach(controller => controller.stop());
}
