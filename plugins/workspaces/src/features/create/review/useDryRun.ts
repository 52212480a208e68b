import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { CreateWorkspaceRequest } from '@butler-portal/plugin-butler-common';
import { butlerApiRef } from '../../../api';
import type { ButlerError } from '../../../api';
import { errorFromFailure } from '../../../api/errors';
import type { Refuse } from '../submit/refuseFields';

/** What Kubernetes and the quota say of the request, before it is sent for good. */
export type DryRun =
  | { state: 'notAsked' }
  | { state: 'asking' }
  | { state: 'fine' }
  | { state: 'refused'; error: ButlerError; others: string[] };

/**
 * Asks for a server-side dry run of what the form describes, once for each content.
 *
 * @param request - as JSON, so that it is asked anew only for another content; undefined = the form
 * itself knows that it is wrong
 */
export function useDryRun(
  team: string,
  request: string | undefined,
  refuse: Refuse,
): DryRun {
  const api = useApi(butlerApiRef);
  const latest = useRef(refuse);
  latest.current = refuse;
  const [answer, setAnswer] = useState<{ to: string; dryRun: DryRun }>();
  const question = request && `${team} ${request}`;
  const refusedBefore = answer?.dryRun.state === 'refused';
  useEffect(() => {
    if (!question || !request) return undefined;
    let wanted = true;
    const settle = (dryRun: DryRun) => {
      if (wanted) setAnswer({ to: question, dryRun });
    };
    api
      .tryCreateWorkspace(team, JSON.parse(request) as CreateWorkspaceRequest)
      .then(
        () => settle({ state: 'fine' }),
        failure => {
          if (!wanted) return;
          const error = errorFromFailure(failure);
          const { others } = latest.current(error);
          settle({ state: 'refused', error, others });
        },
      );
    return () => {
      wanted = false;
    };
  }, [api, team, question, request]);
  if (answer && (answer.to === question || (!question && refusedBefore))) {
    return answer.dryRun;
  }
  return { state: question ? 'asking' : 'notAsked' };
}
