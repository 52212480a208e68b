import { useCallback, useEffect, useRef } from 'react';

/**
 * Asks whether the component is still shown: an answer that comes late must not lead people away from where
 * they have gone meanwhile.
 */
export function useStillThere(): () => boolean {
  const there = useRef(true);
  useEffect(() => {
    // Once more, since React's StrictMode runs effects twice.
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  return useCallback(() => there.current, []);
}
