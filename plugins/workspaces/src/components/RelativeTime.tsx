import { useLanguage, useNow } from '../hooks';
import { ExactTime } from './ExactTime';
import { relativeTime } from './times';

const TICK_MS = 15_000;

/** “3h ago”, with the exact time in a tooltip that also opens by keyboard. */
export function RelativeTime({ time }: { time: string | undefined }) {
  const language = useLanguage();
  const now = useNow(TICK_MS);
  const at = Date.parse(time ?? '');
  if (time === undefined || Number.isNaN(at)) return <span>–</span>;
  return <ExactTime time={time}>{relativeTime(at, now, language)}</ExactTime>;
}
