// Intersections and `extends` written out, so that two ways to write one type are the same.
type Plain<T> = T extends object ? { [Key in keyof T]: Plain<T[Key]> } : T;
type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <
  T,
>() => T extends Other ? 1 : 2
  ? true
  : false;

/** `true` for two types that say just the same, and `false` for all others. */
export type SameType<One, Other> = Same<Plain<One>, Plain<Other>>;
