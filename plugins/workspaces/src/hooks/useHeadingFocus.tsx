import {
  createContext,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { ReactNode, RefObject } from 'react';
import { useLocation } from 'react-router-dom';

interface Arrival {
  /** Where the person is; undefined until the first page is there. */
  pathname?: string;
  /** Whether the heading had the focus when it was last taken away. */
  headingLeft?: boolean;
}

const ArrivalContext = createContext<Arrival | undefined>(undefined);

/** Remembers, around all pages, where the person is. */
export function ArrivalProvider({ children }: { children: ReactNode }) {
  const arrival = useRef<Arrival>({});
  return (
    <ArrivalContext.Provider value={arrival.current}>
      {children}
    </ArrivalContext.Provider>
  );
}

/**
 * Gives the focus to the page's heading when the person has come from another page: what they pressed there
 * is gone, and a screen reader would say nothing. Not on the first page, which the browser itself announces.
 */
export function useHeadingFocus(): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  const arrival = useContext(ArrivalContext);
  const { pathname } = useLocation();
  useLayoutEffect(() => {
    if (!arrival) return undefined;
    const isFirst = arrival.pathname === undefined;
    const moved = arrival.pathname !== pathname;
    arrival.pathname = pathname;
    // A page that has loaded stands in for the one that said so, with a heading of its own.
    if ((moved && !isFirst) || arrival.headingLeft) {
      heading.current?.focus();
    }
    arrival.headingLeft = false;
    const shown = heading.current;
    return () => {
      arrival.headingLeft = shown === document.activeElement;
    };
  }, [arrival, pathname]);
  return heading;
}

// No page has it: whoever was there has come from elsewhere.
const ELSEWHERE = '';

/**
 * Begins a page anew, as if the person had just come to it: what they pressed is gone with what they
 * had filled in.
 *
 * @returns the key of what is begun anew, with the page's heading in it, and what begins it
 */
export function useFreshStart(): [round: number, startAfresh: () => void] {
  const arrival = useContext(ArrivalContext);
  const [round, setRound] = useState(0);
  const startAfresh = () => {
    if (arrival) arrival.pathname = ELSEWHERE;
    setRound(round + 1);
  };
  return [round, startAfresh];
}
