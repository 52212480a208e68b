import {
  ControllerContext,
  forEachChange,
  parseQueueKey,
  queueKey,
  RunningController,
} from './context';
import { bindTeam, teamLabels, unbindTeam } from './teamAccess';
import { WorkQueue } from '../runtime/workQueue';

/** Gives every Team its namespace, its members their rights in it, and says so in the status. */
export function startTeamController(
  context: ControllerContext,
): RunningController {
  const { objects, clock, report } = context;
  const queue = new WorkQueue(
    clock,
    key => {
      const team = objects.get('teams', parseQueueKey(key));
      if (!team || team.metadata.deletionTimestamp) {
        unbindTeam(objects, key);
        return undefined;
      }
      const { name, generation } = team.metadata;
      if (!objects.get('namespaces', { name })) {
        objects.create('namespaces', {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: {
            name,
            labels: teamLabels(name),
          },
        });
      }
      bindTeam(objects, team);
      const status = {
        phase: 'Ready',
        namespace: name,
        observedGeneration: generation,
      };
      objects.patch('teams', { name }, { status }, 'status');
      return undefined;
    },
    report,
  );
  const unsubscribe = forEachChange(context, 'teams', team =>
    queue.add(queueKey(team.metadata)),
  );
  return {
    stop() {
      unsubscribe();
      queue.stop();
    },
  };
}
