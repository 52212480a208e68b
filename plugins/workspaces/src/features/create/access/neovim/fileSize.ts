const KIB = 1024;
const MIB = KIB * KIB;

/** A size for people, such as `34 KiB`. Under one KiB it says so: bytes tell nobody anything. */
export function fileSize(bytes: number, language: string): string {
  const [amount, unit] =
    bytes >= MIB ? [bytes / MIB, 'MiB'] : [bytes / KIB, 'KiB'];
  if (amount > 0 && amount < 1) return `< 1 ${unit}`;
  const number = new Intl.NumberFormat(language, {
    maximumFractionDigits: amount < 10 ? 1 : 0,
  });
  return `${number.format(amount)} ${unit}`;
}
