/** Reads a boolean parameter as Kubernetes does: anything but nothing, `false` and `0` is true (`Convert_Slice_string_To_bool`). */
export function isTrue(value: string | null): boolean {
  return value !== null && !['', 'false', '0'].includes(value.toLowerCase());
}
