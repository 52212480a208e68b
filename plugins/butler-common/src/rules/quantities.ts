// Kubernetes' resource.Quantity.
// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
const QUANTITY =
  /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d+))?$/;
const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL: Record<string, number> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const NANO = 9;
// An exponent beyond this makes numbers that no cluster has and that take long to compute.
const MAX_EXPONENT = 30;

function power(base: number, exponent: number): bigint {
  return BigInt(base) ** BigInt(exponent);
}

/**
 * Reads a Kubernetes quantity exactly: quantities are compared as integers, never as floats.
 *
 * @returns billionths of the unit (bytes, cores), rounded away from zero as Kubernetes does,
 * or undefined when the text is no quantity
 */
export function parseQuantity(text: string | number): bigint | undefined {
  const match = QUANTITY.exec(String(text));
  if (!match || match[0].length > 64) return undefined;
  const [, sign, number, binary, decimal, exponentText] = match;
  const exponent = exponentText ? Number(exponentText) : DECIMAL[decimal] ?? 0;
  if (Math.abs(exponent) > MAX_EXPONENT) return undefined;
  const [whole, fraction = ''] = number.split('.');
  const factor = binary ? power(1024, BINARY.indexOf(binary) + 1) : BigInt(1);
  const digits = BigInt((whole || '0') + fraction) * factor;
  const shift = NANO + exponent - fraction.length;
  const magnitude =
    shift >= 0
      ? digits * power(10, shift)
      : (digits + power(10, -shift) - BigInt(1)) / power(10, -shift);
  return sign === '-' ? -magnitude : magnitude;
}

const BILLION = BigInt(1_000_000_000);

/** Writes bytes as people and Kubernetes write them: the largest binary unit that loses nothing. */
export function formatBytes(nano: bigint): string {
  let value = nano / BILLION;
  let unit = '';
  for (const next of BINARY) {
    if (value === BigInt(0) || value % BigInt(1024) !== BigInt(0)) break;
    value /= BigInt(1024);
    unit = next;
  }
  return `${value}${unit}`;
}

/** Writes cores: whole ones plainly, parts of one in thousandths (`500m`). */
export function formatCores(nano: bigint): string {
  return nano % BILLION === BigInt(0)
    ? `${nano / BILLION}`
    : `${nano / BigInt(1_000_000)}m`;
}
