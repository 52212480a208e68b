import { useRef } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { CREATED_BY_ANNOTATION } from '@butler-portal/plugin-butler-common';
import type {
  CreateTemplateRequest,
  Me,
} from '@butler-portal/plugin-butler-common';
import { ButlerError, butlerApiRef } from '../../../api';
import { templateAt } from '../templateAt';
import { sameContent } from './sameContent';

/**
 * Creates a template. When an earlier try has made it and only its answer was lost, the next one makes no
 * second and does not stumble over its own name: what has been changed since is saved over it.
 *
 * @returns throws what the backend refuses, as `createTemplate` does
 */
export function useCreateOnce(me: Me) {
  const api = useApi(butlerApiRef);
  /** What was sent when the answer was lost. */
  const lost = useRef<CreateTemplateRequest>();

  /** Whether the name is taken by what this person has sent. */
  const takeUp = async (
    team: string | undefined,
    request: CreateTemplateRequest,
  ): Promise<boolean> => {
    const place = { team, name: request.name };
    const there = await templateAt(api, place);
    if (!there) return false;
    const { annotations, resourceVersion = '' } = there.metadata;
    if (annotations?.[CREATED_BY_ANNOTATION] !== me.email) return false;
    if (sameContent(there.spec, request.spec)) return true;
    if (!lost.current || !sameContent(there.spec, lost.current.spec)) {
      return false;
    }
    await api.putTemplate(place, {
      metadata: { resourceVersion },
      spec: request.spec,
    });
    return true;
  };

  return async (
    team: string | undefined,
    request: CreateTemplateRequest,
  ): Promise<void> => {
    try {
      await api.createTemplate(team, request);
    } catch (failure) {
      if (!(failure instanceof ButlerError)) throw failure;
      if (failure.leavesOpen) lost.current = request;
      const taken = failure.status === 409;
      if (!taken || !(await takeUp(team, request))) throw failure;
    }
  };
}
