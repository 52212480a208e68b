import type { Workspace } from '@butler-portal/plugin-butler-common';
import { useLanguage, useNow, useTranslation } from '../hooks';
import { Ellipsis } from './Ellipsis';
import { statusOf } from './statusOf';
import type { Status } from './statusOf';
import { relativeTime } from './times';

const TICK_MS = 15_000;

function useStatusText(status: Status | undefined): string | undefined {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow(TICK_MS);
  if (!status) return undefined;
  if ('message' in status) return status.message;
  if (!('at' in status)) return t(`components.status.${status.key}`);
  // A timer that is over is the controller's to act on; until then it is “now”, not the past.
  const when = relativeTime(Math.max(status.at, now + 1_000), now, language);
  return t(`components.status.${status.key}`, { when });
}

/** One short line under the phase: what the workspace waits for, or what happens next. */
export function StatusLine({ workspace }: { workspace: Workspace }) {
  const text = useStatusText(statusOf(workspace));
  if (!text) return null;
  return <Ellipsis text={text} variant="caption" color="text.secondary" />;
}
