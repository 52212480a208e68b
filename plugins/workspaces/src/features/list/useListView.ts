import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readView, writeView } from './view';
import type { ListView } from './view';

/** The view that the URL holds, and a way to change it without filling the browser's history. */
export function useListView(): [ListView, (change: Partial<ListView>) => void] {
  const [query, setQuery] = useSearchParams();
  const view = useMemo(() => readView(query), [query]);
  // react-router has another setter for each address, and the table would redraw for that alone.
  const latest = useRef(setQuery);
  useLayoutEffect(() => {
    latest.current = setQuery;
  }, [setQuery]);
  const change = useCallback(
    (changes: Partial<ListView>) =>
      latest.current(
        before => writeView(before, { ...readView(before), ...changes }),
        { replace: true },
      ),
    [],
  );
  return [view, change];
}
