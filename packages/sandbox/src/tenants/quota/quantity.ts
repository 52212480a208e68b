const UNITS: Record<string, bigint> = {
  n: 1n,
  u: 1_000n,
  m: 1_000_000n,
  '': 1_000_000_000n,
  k: 10n ** 12n,
  M: 10n ** 15n,
  G: 10n ** 18n,
  T: 10n ** 21n,
  P: 10n ** 24n,
  E: 10n ** 27n,
  Ki: 1024n * 10n ** 9n,
  Mi: 1024n ** 2n * 10n ** 9n,
  Gi: 1024n ** 3n * 10n ** 9n,
  Ti: 1024n ** 4n * 10n ** 9n,
  Pi: 1024n ** 5n * 10n ** 9n,
  Ei: 1024n ** 6n * 10n ** 9n,
};

const BINARY = ['Ei', 'Pi', 'Ti', 'Gi', 'Mi', 'Ki', ''];
const DECIMAL = ['E', 'P', 'T', 'G', 'M', 'k', '', 'm', 'u', 'n'];
const FORM =
  /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:([KMGTPE]i|[numkMGTPE])|[eE]([+-]?\d+))?$/;

/** A Kubernetes quantity in billionths (its smallest unit), exactly; undefined when the text is none. */
export function parseQuantity(text: string | number): bigint | undefined {
  const match = FORM.exec(String(text));
  if (!match) return undefined;
  const [, sign, number, suffix = '', exponent = '0'] = match;
  const [whole, fraction = ''] = number.split('.');
  const digits = BigInt(`${whole}${fraction}` || '0');
  const power = Number(exponent) - fraction.length;
  const scaled = digits * UNITS[suffix];
  const value =
    power >= 0 ? scaled * 10n ** BigInt(power) : scaled / 10n ** BigInt(-power);
  return sign === '-' ? -value : value;
}

/** A quantity in its canonical form: the largest unit that leaves a whole number. */
export function formatQuantity(value: bigint, binary: boolean): string {
  const unit = (binary ? [...BINARY, 'm', 'u', 'n'] : DECIMAL).find(
    suffix => value % UNITS[suffix] === 0n,
  );
  return value === 0n ? '0' : `${value / UNITS[unit ?? 'n']}${unit ?? 'n'}`;
}
