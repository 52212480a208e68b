import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readView, writeView } from './view';
import type { ListView } from './view';

/** The view that the URL holds, and a way to change it without filling the browser's history. */
export function useListView(): [ListView, (change: Partial<ListView>) => void] {
  const [query, setQuery] = useSearchParams();
  const view = useMemo(() => readView(query), [query]);
  const change = useCallback(
    (changes: Partial<ListView>) =>
      setQuery(
        before => writeView(before, { ...readView(before), ...changes }),
        { replace: true },
      ),
    [setQuery],
  );
  return [view, change];
}
