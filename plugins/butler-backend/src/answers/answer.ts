import { z } from 'zod';
import type { SameType } from '../sameType';

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
    ..._proof: SameType<T, z.output<S>> extends true
      ? []
      : [{ differs: [T, z.output<S>] }]
  ): S => {
    answers.add(schema, { id });
    return schema;
  };
}
