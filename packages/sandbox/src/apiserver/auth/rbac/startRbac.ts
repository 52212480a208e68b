import { ApiServer } from '../../apiServer';
import { objectsOf } from '../../objects';
import { KubeObject } from '../../types';
import { ClusterRoleAggregation } from './aggregation';
import { BOOTSTRAP_BINDINGS, BOOTSTRAP_ROLES } from './bootstrapPolicy';

/** Gives a cluster the roles and bindings of a fresh one, where they are missing, and aggregates its ClusterRoles. */
export function startRbac(server: ApiServer): void {
  const objects = objectsOf(server);
  const ensure = (resource: string) => (object: KubeObject) => {
    if (!objects.get(resource, object.metadata)) {
      objects.create(resource, object);
    }
  };
  new ClusterRoleAggregation(server.store).start();
  BOOTSTRAP_ROLES.forEach(ensure('clusterroles'));
  BOOTSTRAP_BINDINGS.forEach(ensure('clusterrolebindings'));
}
