import { useEffect, useMemo, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { CreateValues } from '../form/values';
import type { Proposal } from '../proposal/proposal';
import type { Attempt } from '../submit/attempt';
import type { DraftStore } from './draftStore';

interface SavedDraftInputs {
  draft: DraftStore;
  form: UseFormReturn<CreateValues>;
  proposal(): Proposal;
  template: string;
  attempt(): Attempt | undefined;
}

/** Writes every change of the form into the draft, until the form is finished. */
export function useSavedDraft(inputs: SavedDraftInputs): {
  /** Writes the draft now. */
  save(): void;
  /** Throws the draft away; from now on nothing is written. */
  finish(): void;
} {
  const { draft, form, template } = inputs;
  const latest = useRef(inputs);
  latest.current = inputs;
  const finished = useRef(false);

  const saved = useMemo(
    () => ({
      save: () => {
        if (finished.current) return;
        latest.current.draft.save({
          values: latest.current.form.getValues(),
          proposal: latest.current.proposal(),
          template: latest.current.template,
          attempt: latest.current.attempt(),
        });
      },
      finish: () => {
        finished.current = true;
        latest.current.draft.clear();
      },
    }),
    [],
  );

  useEffect(() => {
    const { unsubscribe } = form.watch(() => saved.save());
    return unsubscribe;
  }, [form, saved]);
  useEffect(() => saved.save(), [draft, template, saved]);
  return saved;
}
