import { useCallback, useEffect, useRef, useState } from 'react';
import { errorFromFailure } from '../api/errors';
import type { ButlerError } from '../api/ButlerError';

/** Something that is read once from the backend. */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: ButlerError };

/**
 * Reads something when the component appears and whenever `load` is another function. An answer that
 * has been overtaken by a newer question is dropped.
 */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> & {
  retry(): void;
  /** Reads it again, after the answer that is on its way, and shows what was known until then. */
  refresh(): void;
} {
  const [answer, setAnswer] = useState<{
    question: () => Promise<T>;
    loaded: Loaded<T>;
  }>();
  const [tries, setTries] = useState(0);
  const underWay = useRef(false);
  // Answers that take longer than the time between two refreshes would never be shown.
  const refreshDue = useRef(false);
  useEffect(() => {
    let wanted = true;
    underWay.current = true;
    refreshDue.current = false;
    const settle = () => {
      underWay.current = false;
      if (refreshDue.current) setTries(count => count + 1);
    };
    load().then(
      value => {
        if (!wanted) return;
        setAnswer({ question: load, loaded: { state: 'ready', value } });
        settle();
      },
      failure => {
        if (!wanted) return;
        const loaded: Loaded<T> = {
          state: 'failed',
          error: errorFromFailure(failure),
        };
        // A refresh that fails leaves what is known.
        setAnswer(before =>
          before?.question === load && before.loaded.state === 'ready'
            ? before
            : { question: load, loaded },
        );
        settle();
      },
    );
    return () => {
      wanted = false;
    };
  }, [load, tries]);
  const retry = useCallback(() => {
    setAnswer(undefined);
    setTries(count => count + 1);
  }, []);
  const refresh = useCallback(() => {
    if (underWay.current) refreshDue.current = true;
    else setTries(count => count + 1);
  }, []);
  // What was read for another question is not this one's answer.
  const loaded: Loaded<T> =
    answer?.question === load ? answer.loaded : { state: 'loading' };
  return { ...loaded, retry, refresh };
}
