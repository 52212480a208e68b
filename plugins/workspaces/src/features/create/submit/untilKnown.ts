import { teamOf } from '@butler-portal/plugin-butler-common';
import type { WorkspaceKey, WorkspaceStore } from '../../../api';

/**
 * Waits until the store shows a workspace that has just been created, so that its page does not begin
 * with “there is no such workspace”. The stream is a moment behind the answer to the create; when it
 * is cut off, the wait ends after `limitMs`.
 */
export function untilKnown(
  store: WorkspaceStore,
  { team, name }: WorkspaceKey,
  limitMs: number,
): Promise<void> {
  const isKnown = () =>
    store
      .getState()
      .workspaces.some(
        item => item.metadata.name === name && teamOf(item) === team,
      );
  if (isKnown()) return Promise.resolve();
  let stop = () => {};
  return new Promise<void>(resolve => {
    const timer = setTimeout(resolve, limitMs);
    const unsubscribe = store.subscribe(() => {
      if (isKnown()) resolve();
    });
    stop = () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }).finally(() => stop());
}
