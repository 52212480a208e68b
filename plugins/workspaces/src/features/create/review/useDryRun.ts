import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { CreateWorkspaceRequest } from '@butler-portal/plugin-butler-common';
import { butlerApiRef } from '../../../api';
import type { ButlerError } from '../../../api';
import { errorFromFailure } from '../../../api/errors';
import { openKeyFor } from '../submit/attempt';
import type { Attempt } from '../submit/attempt';
import type { Refuse } from '../submit/refusal';

/** What Kubernetes and the quota say of the request, before it is sent for good. */
export type DryRun =
  | { state: 'notAsked' }
  | { state: 'asking' }
  | { state: 'fine' }
  | {
      state: 'refused';
      error: ButlerError;
      others: string[];
      /** Absent where a field has to be mended first. */
      askAgain?(): void;
    };

interface DryRunInputs {
  refuse: Refuse;
  lastAttempt(): Attempt | undefined;
}

/**
 * Asks for a server-side dry run of what the form describes, once for each content.
 *
 * @param request - as JSON, so that it is asked anew only for another content; undefined = the form
 * itself knows that it is wrong
 */
export function useDryRun(
  team: string,
  request: string | undefined,
  inputs: DryRunInputs,
): DryRun {
  const api = useApi(butlerApiRef);
  const latest = useRef(inputs);
  latest.current = inputs;
  const [answer, setAnswer] = useState<{ to: string; dryRun: DryRun }>();
  const [round, setRound] = useState(0);
  const question = request && `${team} ${request}`;
  const refusedBefore = answer?.dryRun.state === 'refused';
  useEffect(() => {
    if (!question || !request) return undefined;
    let wanted = true;
    const settle = (dryRun: DryRun) => {
      if (wanted) setAnswer({ to: question, dryRun });
    };
    const body = JSON.parse(request) as CreateWorkspaceRequest;
    const key = openKeyFor(team, body, latest.current.lastAttempt());
    api.tryCreateWorkspace(team, body, key).then(
      () => settle({ state: 'fine' }),
      failure => {
        if (!wanted) return;
        const error = errorFromFailure(failure);
        const { fields, others } = latest.current.refuse(error);
        const askAgain = () => {
          setAnswer(undefined);
          setRound(count => count + 1);
        };
        settle({
          state: 'refused',
          error,
          others,
          ...(fields.length === 0 && { askAgain }),
        });
      },
    );
    return () => {
      wanted = false;
    };
  }, [api, team, question, request, round]);
  if (answer && (answer.to === question || (!question && refusedBefore))) {
    return answer.dryRun;
  }
  return { state: question ? 'asking' : 'notAsked' };
}
