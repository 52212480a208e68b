import { useMemo } from 'react';
import { draftKey, parseDraft } from './draft';
import type { Draft } from './draft';

/** The stored draft of a person. */
export interface DraftStore {
  read(): Draft | undefined;
  save(draft: Draft): void;
  clear(): void;
}

/** Drafts in a browser's storage. A browser that stores nothing has forms that work but do not last. */
export function draftStore(storage: Storage, email: string): DraftStore {
  const key = draftKey(email);
  return {
    read: () => parseDraft(storage.getItem(key)),
    save: draft => {
      try {
        storage.setItem(key, JSON.stringify(draft));
      } catch {
        // The storage is full or forbidden (QuotaExceededError): the form goes on without a draft.
      }
    },
    clear: () => storage.removeItem(key),
  };
}

/** The person's draft in this browser tab. */
export function useDraft(email: string): DraftStore {
  return useMemo(() => draftStore(window.sessionStorage, email), [email]);
}
