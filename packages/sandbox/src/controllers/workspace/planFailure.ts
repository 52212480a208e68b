import { withConditions } from './conditions';
import { Observation, Plan } from './model';

/** Fails a workspace for good. What else its status says stays as it was, as Butler's `setFailed` leaves it. */
export function planFailure(
  observation: Observation,
  failure: { reason: string; message: string },
): Plan {
  const conditions = withConditions(observation, {
    type: 'Ready',
    status: false,
    ...failure,
  });
  return {
    actions: [{ do: 'setStatus', status: { phase: 'Failed', conditions } }],
  };
}

/** Fails a workspace whose cluster is not there, or is there no longer. */
export function planWithoutCluster(observation: Observation): Plan {
  const { spec, metadata } = observation.workspace;
  return planFailure(observation, {
    reason: 'ClusterNotFound',
    message: `TenantCluster "${spec.clusterRef.name}" not found in namespace "${metadata.namespace}"`,
  });
}
