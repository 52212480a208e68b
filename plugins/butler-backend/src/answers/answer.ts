import { z } from 'zod';

// Intersections and `extends` written out, so that two ways to write one type are the same.
type Plain<T> = T extends object ? { [Key in keyof T]: Plain<T[Key]> } : T;
type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <
  T,
>() => T extends Other ? 1 : 2
  ? true
  : false;

/** The schemas of answers by the names that `openapi.yaml` gives them. */
export const answers = z.registry<{ id: string }>();

/**
 * Names the schema of an answer. It does not compile unless the schema says just what the type says, so
 * that the types of butler-common stay the one place where answers are written down. The schemas are here
 * and not there since no browser needs them.
 *
 * @param id - in `openapi.yaml`, unique
 */
export function answer<T>(id: string) {
  return <S extends z.ZodType>(
    schema: S,
    ..._proof: Same<Plain<T>, Plain<z.output<S>>> extends true
      ? []
      : [{ differs: [Plain<T>, Plain<z.output<S>>] }]
  ): S => {
    answers.add(schema, { id });
    return schema;
  };
}
