import type { ButlerApi } from '../api';

/** One value for each app: made at the first use, shared by all components, gone with the app. */
export function perApi<T>(make: (api: ButlerApi) => T): (api: ButlerApi) => T {
  const made = new WeakMap<ButlerApi, T>();
  return api => {
    const known = made.get(api);
    if (known) return known;
    const fresh = make(api);
    made.set(api, fresh);
    return fresh;
  };
}
