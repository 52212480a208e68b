import { useEffect, useMemo, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';

// A form may hold a packed directory of 700 KB, and writing it takes longer than two key strokes are apart.
const PAUSE_MS = 300;

/** What is kept of a form in this browser tab. */
export interface FormDraft {
  /** Writes the draft now, for what has changed beside the form's values. */
  save(): void;
  /** Throws the draft away; from now on nothing is written. */
  finish(): void;
}

/** Where the draft of a form is kept, apart for each person who signs in in this tab. */
export function draftKey(email: string, ...form: string[]): string {
  return ['butler.chambers.draft', email, ...form].join('.');
}

/**
 * Reads what was typed into a form before this tab was reloaded; undefined when that is nothing, or an
 * older Portal wrote it differently.
 */
export function readFormDraft<T>(
  key: string,
  schema: z.ZodType<T>,
): T | undefined {
  const stored = window.sessionStorage.getItem(key);
  if (!stored) return undefined;
  try {
    return schema.safeParse(JSON.parse(stored)).data;
  } catch {
    // Something else has written there; it is no draft.
    return undefined;
  }
}

/** The draft of a form whose place the page has taken, that of an earlier visit included; for a schema that stays the same. */
export function useLeftDraft<T>(
  key: string,
  schema: z.ZodType<T>,
): T | undefined {
  const [draft, setDraft] = useState<T>();
  // Not while drawing: the form writes what was typed last when it goes, which is after that.
  useEffect(() => setDraft(readFormDraft(key, schema)), [key, schema]);
  return draft;
}

/** Keeps the draft of a form in this tab. */
export function writeFormDraft(key: string, draft: unknown): void {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // The storage is full or forbidden (QuotaExceededError): the form goes on without a draft.
  }
}

/**
 * Keeps what is typed into a form in this tab's storage, until the form is finished: written when the
 * person pauses, and when the form or the page goes.
 *
 * @param pack - makes the draft of the form's values; another function = something else in it has changed
 */
export function useFormDraft<T extends FieldValues>(
  key: string,
  form: UseFormReturn<T>,
  pack: (values: T) => unknown,
): FormDraft {
  const finished = useRef(false);
  const latest = useRef(pack);
  const draft = useMemo(
    () => ({
      save: () => {
        if (!finished.current)
          writeFormDraft(key, latest.current(form.getValues()));
      },
      finish: () => {
        // What is there by now is the draft of a form that was opened since.
        if (finished.current) return;
        finished.current = true;
        window.sessionStorage.removeItem(key);
      },
    }),
    [key, form],
  );
  useEffect(() => {
    // A form that is only looked at has no draft: it would hide what is newer on the next visit.
    if (latest.current === pack) return;
    latest.current = pack;
    draft.save();
  }, [pack, draft]);
  useEffect(() => {
    let timer: number | undefined;
    const flush = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      draft.save();
    };
    const { unsubscribe } = form.watch(() => {
      clearTimeout(timer);
      timer = window.setTimeout(flush, PAUSE_MS);
    });
    window.addEventListener('pagehide', flush);
    return () => {
      unsubscribe();
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [form, draft]);
  return draft;
}
