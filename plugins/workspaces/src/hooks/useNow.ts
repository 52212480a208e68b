import { useSyncExternalStore } from 'react';
import { ExternalStore } from './ExternalStore';

const tickers = new Map<number, ExternalStore<number>>();

function tickerOf(intervalMs: number): ExternalStore<number> {
  const known = tickers.get(intervalMs);
  if (known) return known;
  const ticker: ExternalStore<number> = new ExternalStore(Date.now(), () => {
    const timer = setInterval(() => ticker.set(Date.now()), intervalMs);
    return () => clearInterval(timer);
  });
  tickers.set(intervalMs, ticker);
  return ticker;
}

/** The time in milliseconds, told again every so often. All who ask for the same interval share a timer. */
export function useNow(intervalMs: number): number {
  const ticker = tickerOf(intervalMs);
  const ticked = useSyncExternalStore(ticker.subscribe, ticker.get);
  // The shared value is old when nobody has looked for a while.
  return Date.now() - ticked > intervalMs ? Date.now() : ticked;
}
