import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

function scrollParentOf(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (at === document.body || at === document.documentElement) return null;
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}

/**
 * What scrolls the element: an ancestor in apps on the legacy frontend system, the window (null) in
 * others. Undefined until it is known.
 */
export function useScrollParent(
  ref: RefObject<HTMLElement>,
): HTMLElement | null | undefined {
  const [parent, setParent] = useState<HTMLElement | null>();
  useLayoutEffect(() => {
    if (ref.current) setParent(scrollParentOf(ref.current));
  }, [ref]);
  return parent;
}
