import { ControllerContext } from './context';
import { startTeamController } from './teamController';
import { startTenantClusterController } from './tenantClusterController';
import { startWorkspaceController } from './workspaceController';

/** Starts all of Butler's controllers; the returned function stops them. */
export function startControllers(context: ControllerContext): () => void {
  const controllers = [
    startTeamController(context),
    startTenantClusterController(context),
    startWorkspaceController(context),
  ];
  return () => controllers.forEach(controller => controller.stop());
}
