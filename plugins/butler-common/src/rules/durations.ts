// The units of Go's time.ParseDuration, in nanoseconds. There is no day.
// https://pkg.go.dev/time#ParseDuration
const UNITS: Record<string, bigint> = {
  ns: BigInt(1),
  us: BigInt(1_000),
  // U+00B5 and U+03BC: Go takes either sign for micro.
  µs: BigInt(1_000),
  μs: BigInt(1_000),
  ms: BigInt(1_000_000),
  s: BigInt(1_000_000_000),
  m: BigInt(60_000_000_000),
  h: BigInt(3_600_000_000_000),
};
const PART = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/y;
const MAX_NANOSECONDS = BigInt('9223372036854775807');

function partInNanoseconds(number: string, unit: bigint): bigint {
  const [whole, fraction = ''] = number.split('.');
  const scale = BigInt(10) ** BigInt(fraction.length);
  return (
    ((BigInt(whole || '0') * scale + BigInt(fraction || '0')) * unit) / scale
  );
}

/**
 * Reads a Go duration such as `8h`, `1h30m` or `0`.
 *
 * @returns nanoseconds, or undefined when the text is no Go duration or does not fit one (292 years)
 */
export function parseDuration(text: string): bigint | undefined {
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const body = text.slice(sign.length);
  if (body === '0') return BigInt(0);
  if (!body || body.length > 64) return undefined;
  let total = BigInt(0);
  PART.lastIndex = 0;
  let at = 0;
  while (at < body.length) {
    const part = PART.exec(body);
    if (!part) return undefined;
    total += partInNanoseconds(part[1], UNITS[part[2]]);
    at = PART.lastIndex;
  }
  if (total > MAX_NANOSECONDS) return undefined;
  return sign === '-' ? -total : total;
}
