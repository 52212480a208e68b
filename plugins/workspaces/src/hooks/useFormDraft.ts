import { useEffect, useMemo, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';

/** Reads what was typed into a form before this tab was reloaded; undefined when that is nothing. */
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

/** Keeps what is typed into a form in this tab's storage, until the form is finished. */
export function useFormDraft<T extends FieldValues>(
  key: string,
  form: UseFormReturn<T>,
  pack: (values: T) => unknown,
): {
  /** Throws the draft away; from now on nothing is written. */
  finish(): void;
} {
  const finished = useRef(false);
  const latest = useRef(pack);
  latest.current = pack;
  useEffect(() => {
    const { unsubscribe } = form.watch(() => {
      if (finished.current) return;
      const text = JSON.stringify(latest.current(form.getValues()));
      try {
        window.sessionStorage.setItem(key, text);
      } catch {
        // The storage is full or forbidden (QuotaExceededError): the form goes on without a draft.
      }
    });
    return unsubscribe;
  }, [form, key]);
  return useMemo(
    () => ({
      finish: () => {
        finished.current = true;
        window.sessionStorage.removeItem(key);
      },
    }),
    [key],
  );
}
