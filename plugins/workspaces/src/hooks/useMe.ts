import { useSyncExternalStore } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { butlerApiRef } from '../api';
import { MeStore } from './MeStore';
import type { MeState } from './MeStore';
import { perApi } from './perApi';

const meStoreOf = perApi(api => new MeStore(api));

/** The person who is signed in, and what they may do. Shared by the whole app. */
export function useMe(): MeState & { retry(): void } {
  const store = meStoreOf(useApi(butlerApiRef));
  const state = useSyncExternalStore(store.subscribe, store.get);
  return { ...state, retry: store.retry };
}
