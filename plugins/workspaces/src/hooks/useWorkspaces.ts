import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { butlerApiRef } from '../api';
import type { WorkspacesState } from '../api';

/** Every workspace that the person may see, live. */
export function useWorkspaces(): WorkspacesState & { retry(): void } {
  const { workspaces: store } = useApi(butlerApiRef);
  const subscribe = useCallback(
    (listener: () => void) => store.subscribe(listener),
    [store],
  );
  const state = useSyncExternalStore(subscribe, () => store.getState());
  return useMemo(
    () => ({ ...state, retry: () => store.retry() }),
    [state, store],
  );
}
