const NUMBER = /^(0|[1-9]\d*)$/;

/**
 * Compares two resource versions of one kind, which Kubernetes lets clients do as integers of any
 * size (KEP-5504).
 *
 * @returns below zero, zero or above zero, or undefined when one of them is no number
 */
export function compareResourceVersions(
  one: string | undefined,
  other: string | undefined,
): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  if (!NUMBER.test(one) || !NUMBER.test(other)) return undefined;
  if (one.length !== other.length) return one.length - other.length;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Whether the first is known to be newer than the second. */
export function isNewer(
  one: string | undefined,
  other: string | undefined,
): boolean {
  return (compareResourceVersions(one, other) ?? 0) > 0;
}
