/** The value that the given share of the samples does not exceed (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('There are no samples');
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** Median and 99th percentile, for a line of text. */
export function spread(samples: readonly number[]): string {
  const [p50, p99] = [percentile(samples, 0.5), percentile(samples, 0.99)];
  return `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms`;
}
