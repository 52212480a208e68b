import { useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { CreateWorkspaceRequest } from '@butler-portal/plugin-butler-common';
import { butlerApiRef } from '../../../api';
import type { ButlerError, WorkspaceKey } from '../../../api';
import { errorFromFailure } from '../../../api/errors';
import { useStillThere } from '../../../hooks/useStillThere';
import { toCreateRequest } from '../form/request';
import type { CreateField } from '../form/fieldPaths';
import type { CreateValues } from '../form/values';
import type { TemplateKey } from '../../../components/templates';
import { afterError, attemptFor } from './attempt';
import type { Attempt } from './attempt';
import type { Refuse } from './refusal';
import { untilKnown } from './untilKnown';

// A change reaches the browser in a fraction of a second while the stream is live.
const STREAM_LIMIT_MS = 3_000;

/** Why the last try failed, as far as no field of the form is to blame. */
export interface Failure {
  error: ButlerError;
  /** What belongs to no field of the form. */
  others: string[];
  /** The workspace may have been created all the same. */
  open: boolean;
}

interface SubmitInputs {
  template?: TemplateKey;
  attempt: { get(): Attempt | undefined; set(attempt: Attempt): void };
  refuse: Refuse;
  /** Leads the person to the first field that was refused. */
  onRefused(field: CreateField): void;
  /** Leads the person to where room can be made. */
  onNoRoom(): void;
  /** The workspace is there, also when nobody waits for it any more. */
  onThere(): void;
  /** Leads on to the workspace. */
  onCreated(created: WorkspaceKey): void;
}

/**
 * Sends the form, once at a time; puts what the backend refuses at its fields. Whoever leaves the page
 * before the answer is not led anywhere by it.
 */
export function useSubmit(inputs: SubmitInputs) {
  const { template, attempt, refuse } = inputs;
  const api = useApi(butlerApiRef);
  const busy = useRef(false);
  const isStillThere = useStillThere();
  const [submitting, setSubmitting] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const fail = (tried: Attempt, error: ButlerError) => {
    const after = afterError(tried, error);
    attempt.set(after);
    if (!isStillThere()) return;
    const { fields, others } = refuse(error);
    if (fields.length > 0) inputs.onRefused(fields[0]);
    else if (error.quota) inputs.onNoRoom();
    setFailure(
      fields.length > 0 && others.length === 0
        ? undefined
        : { error, others, open: after.open },
    );
  };

  const create = async (
    team: string,
    request: CreateWorkspaceRequest,
    tried: Attempt,
  ): Promise<WorkspaceKey | undefined> => {
    try {
      const { metadata } = await api.createWorkspace(
        team,
        request,
        tried.idempotencyKey,
      );
      return { team, name: metadata.name };
    } catch (thrown) {
      fail(tried, errorFromFailure(thrown));
      return undefined;
    }
  };

  const send = async (values: CreateValues) => {
    if (busy.current) return;
    busy.current = true;
    setSubmitting(true);
    setFailure(undefined);
    const request = toCreateRequest(values, template);
    const tried = attemptFor(values.team, request, attempt.get());
    attempt.set(tried);
    try {
      const created = await create(values.team, request, tried);
      if (!created) return;
      await untilKnown(api.workspaces, created, STREAM_LIMIT_MS);
      inputs.onThere();
      if (isStillThere()) inputs.onCreated(created);
    } finally {
      busy.current = false;
      setSubmitting(false);
    }
  };

  return { send, submitting, failure };
}
