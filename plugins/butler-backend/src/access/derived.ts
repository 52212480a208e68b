/**
 * Computes something from the objects of a store, once a revision.
 *
 * @returns a function that gives the present value
 */
export function derived<S extends { readonly revision: number }, R>(
  store: S,
  compute: (store: S) => R,
): () => R {
  let known: { revision: number; value: R } | undefined;
  return () => {
    if (known?.revision !== store.revision) {
      known = { revision: store.revision, value: compute(store) };
    }
    return known.value;
  };
}
