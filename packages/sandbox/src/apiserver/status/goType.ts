/** What Go's JSON decoder calls the type of a value in its errors (`json.UnmarshalTypeError`). */
export function goType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
