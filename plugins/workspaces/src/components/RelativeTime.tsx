import { useLanguage, useNow } from '../hooks';
import { ExactTime } from './ExactTime';
import { relativeTime } from './times';

const TICK_MS = 15_000;

/** How long ago something was, such as “3h ago”, with the exact time in a tooltip that also opens by keyboard. */
export function RelativeTime({ time }: { time: string | undefined }) {
  const language = useLanguage();
  const now = useNow(TICK_MS);
  const at = Date.parse(time ?? '');
  if (time === undefined || Number.isNaN(at)) return <span>–</span>;
  // Told seldom, the time may be older than what it is compared with, and the cluster has a clock of its own.
  const age = relativeTime(Math.min(at, now - 1_000), now, language);
  return <ExactTime time={time}>{age}</ExactTime>;
}
