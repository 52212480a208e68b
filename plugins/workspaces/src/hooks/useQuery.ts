import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Sets some parameters of the address; one without a value is removed, and all others stay. */
export type ChangeQuery = (
  changes: Record<string, string | undefined>,
  /** `replace`: no step of its own for the Back button. */
  options?: { replace?: boolean },
) => void;

/** The parameters of the address, and a way to change some of them. */
export function useQuery(): [URLSearchParams, ChangeQuery] {
  const [params, setParams] = useSearchParams();
  const change = useCallback<ChangeQuery>(
    (changes, options) =>
      setParams(before => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      }, options),
    [setParams],
  );
  return [params, change];
}
