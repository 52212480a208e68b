import { WORKSPACE_FINALIZER } from '../../names';
import { Observation, Plan } from './model';
import { planWithoutCluster } from './planFailure';
import { planRunning, planWhileStopped } from './planRunning';
import { planStart } from './planStart';

function planDeletion({ workspace }: Observation): Plan {
  return workspace.metadata.finalizers?.includes(WORKSPACE_FINALIZER)
    ? {
        pace: 'cleanUp',
        actions: [{ do: 'deleteTenantObjects' }, { do: 'removeFinalizer' }],
      }
    : { actions: [] };
}

function planByPhase(observation: Observation): Plan {
  const { workspace, cluster } = observation;
  const phase = workspace.status?.phase;
  if (phase === undefined) {
    return {
      actions: [
        { do: 'setStatus', status: { phase: 'Pending', connected: false } },
      ],
    };
  }
  if (phase === 'Failed') return { actions: [] };
  // Butler's controller looks for the cluster before it looks at the phase: a Running workspace fails without it, too.
  if (!cluster) return planWithoutCluster(observation);
  switch (phase) {
    case 'Running':
      return planRunning(observation);
    case 'Stopped':
      return planWhileStopped(observation, cluster);
    default:
      return planStart(observation, cluster);
  }
}

/** The next step of a workspace, as Butler's controller would take it (contract, section 3). */
export function planWorkspace(observation: Observation): Plan {
  const { metadata, status } = observation.workspace;
  if (metadata.deletionTimestamp) return planDeletion(observation);
  if (!metadata.finalizers?.includes(WORKSPACE_FINALIZER)) {
    return { actions: [{ do: 'addFinalizer' }] };
  }
  const plan = planByPhase(observation);
  if (
    plan.actions.length === 0 &&
    status?.observedGeneration !== metadata.generation
  ) {
    return { ...plan, actions: [{ do: 'setStatus', status: {} }] };
  }
  return plan;
}
