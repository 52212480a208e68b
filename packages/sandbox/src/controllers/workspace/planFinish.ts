import { isObject, JsonValue, KubeObject } from '../../apiserver/types';
import { ConditionUpdate, findCondition, withConditions } from './conditions';
import { Observation, Plan } from './model';
import { repositoriesOf } from './tenantPod';

function setCondition(
  observation: Observation,
  update: ConditionUpdate,
  pace?: Plan['pace'],
): Plan {
  return {
    pace,
    actions: [
      {
        do: 'setStatus',
        status: { conditions: withConditions(observation, update) },
      },
    ],
  };
}

/** What an init container left as its termination message: why it did not do all that it should. */
function complaintOf(pod: KubeObject, container: string): string | undefined {
  const statuses: JsonValue | undefined = pod.status?.initContainerStatuses;
  const found = Array.isArray(statuses)
    ? statuses.find(status => isObject(status) && status.name === container)
    : undefined;
  const state = isObject(found) && isObject(found.state) ? found.state : {};
  const message = isObject(state.terminated) ? state.terminated.message : '';
  return typeof message === 'string' && message ? message : undefined;
}

/** The conditions of a workspace whose pod runs, in their order; `Ready` comes with the phase. */
function conditionsOf(
  { workspace }: Observation,
  pod: KubeObject,
): { update: ConditionUpdate; pace?: Plan['pace'] }[] {
  const ofInit = (
    type: ConditionUpdate['type'],
    container: string,
    reason: string,
  ): ConditionUpdate => {
    const complaint = complaintOf(pod, container);
    return complaint
      ? { type, status: false, reason: `${reason}Failed`, message: complaint }
      : {
          type,
          status: true,
          reason: `${reason}Finished`,
          message: `${container} has finished`,
        };
  };
  return [
    {
      update: {
        type: 'PodReady',
        status: true,
        reason: 'PodRunning',
        message: 'Pod phase: Running',
      },
    },
    ...(repositoriesOf(workspace).length > 0
      ? [
          {
            update: ofInit('RepositoryCloned', 'git-clone', 'Clone'),
            pace: 'clone' as const,
          },
        ]
      : []),
    ...(workspace.spec.dotfiles
      ? [
          {
            update: ofInit('DotfilesInstalled', 'dotfiles', 'Dotfiles'),
            pace: 'dotfiles' as const,
          },
        ]
      : []),
    {
      update: {
        type: 'SSHReady',
        status: true,
        reason: 'SSHListening',
        message: 'The SSH server listens',
      },
      pace: 'sshd',
    },
  ];
}

/** From the running pod to phase Running, one condition at a time. */
export function planFinish(observation: Observation, pod: KubeObject): Plan {
  const next = conditionsOf(observation, pod).find(({ update }) => {
    const known = findCondition(observation, update.type);
    return (
      known?.status !== (update.status ? 'True' : 'False') ||
      known.reason !== update.reason
    );
  });
  if (next) return setCondition(observation, next.update, next.pace);
  return {
    actions: [
      {
        do: 'setStatus',
        status: {
          phase: 'Running',
          conditions: withConditions(observation, {
            type: 'Ready',
            status: true,
            reason: 'WorkspaceReady',
            message: 'The workspace is ready',
          }),
        },
      },
    ],
  };
}
