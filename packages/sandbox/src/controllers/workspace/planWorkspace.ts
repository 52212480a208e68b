import { WORKSPACE_FINALIZER } from '../../names';
import { Observation, Plan } from './model';
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
  switch (observation.workspace.status?.phase) {
    case undefined:
      return {
        actions: [
          { do: 'setStatus', status: { phase: 'Pending', connected: false } },
        ],
      };
    case 'Running':
      return planRunning(observation);
    case 'Stopped':
      return planWhileStopped(observation);
    case 'Failed':
      return { actions: [] };
    default:
      return planStart(observation);
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
