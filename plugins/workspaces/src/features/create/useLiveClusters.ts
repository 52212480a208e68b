import { useCallback, useEffect, useRef } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { phaseOf, teamOf } from '@butler-portal/plugin-butler-common';
import { butlerApiRef } from '../../api';
import { useWorkspaces } from '../../hooks';
import { useLoaded } from '../../hooks/useLoaded';

// Others' workspaces use the quota too, and an operator does not see them come and go.
const REFRESH_MS = 10_000;

/** The clusters of a team with what is left of their quota now. */
export function useLiveClusters(team: string) {
  const api = useApi(butlerApiRef);
  const clusters = useLoaded(
    useCallback(
      () => api.getClusters(team).then(({ items }) => items),
      [api, team],
    ),
  );
  const { workspaces } = useWorkspaces();
  const own = workspaces
    .filter(item => teamOf(item) === team)
    .map(item => `${item.metadata.uid} ${phaseOf(item)}`)
    .join();
  const { refresh } = clusters;
  const before = useRef(own);
  useEffect(() => {
    if (before.current !== own) refresh();
    before.current = own;
  }, [own, refresh]);
  useEffect(() => {
    const refreshIfSeen = () => {
      if (document.visibilityState === 'visible') refresh();
    };
    const timer = setInterval(refreshIfSeen, REFRESH_MS);
    document.addEventListener('visibilitychange', refreshIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refreshIfSeen);
    };
  }, [refresh]);
  return clusters;
}
