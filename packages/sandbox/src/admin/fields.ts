import { isObject, JsonObject } from '../apiserver/types';

/** What is wrong with a command, in words for whoever sent it. */
export class CommandError extends Error {
  constructor(message: string, readonly code = 400) {
    super(message);
    this.name = 'CommandError';
  }
}

/** Reads one field of a command; throws what it should have been. */
export type Field<T> = (value: unknown) => T;

function expected(what: string): Error {
  return new Error(`has to be ${what}`);
}

/** A whole number within limits. */
export function whole(least: number, most: number): Field<number> {
  return value => {
    if (
      typeof value !== 'number' ||
      !Number.isInteger(value) ||
      value < least ||
      value > most
    ) {
      throw expected(`a whole number from ${least} to ${most}`);
    }
    return value;
  };
}

/** A number from 0 to 1. */
export const share: Field<number> = value => {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) {
    throw expected('a number from 0 to 1');
  }
  return value;
};

/** A text that is not empty. */
export const text: Field<string> = value => {
  if (typeof value !== 'string' || value === '') throw expected('a text');
  return value;
};

/** Yes or no. */
export const flag: Field<boolean> = value => {
  if (typeof value !== 'boolean') throw expected('true or false');
  return value;
};

/** One of a few words. */
export function oneOf<const W extends string>(...words: W[]): Field<W> {
  return value => {
    if (!words.includes(value as W)) {
      throw expected(`one of ${words.join(', ')}`);
    }
    return value as W;
  };
}

/** A list of a few words. */
export function listOf<T>(field: Field<T>): Field<T[]> {
  return value => {
    if (!Array.isArray(value)) throw expected('a list');
    return value.map(entry => field(entry));
  };
}

/** The fields that a command takes; each may be left out. */
export type Fields = Record<string, Field<unknown>>;

/** What the fields of a command come to. */
export type ValuesOf<F extends Fields> = {
  [name in keyof F]?: ReturnType<F[name]>;
};

/** Reads the body of a command; throws a `CommandError` for a field that is unknown or wrong. */
export function readFields<F extends Fields>(
  fields: F,
  body: unknown,
): ValuesOf<F> {
  if (!isObject(body)) throw new CommandError('the body has to be an object');
  const values: JsonObject = {};
  for (const [name, value] of Object.entries(body)) {
    if (!Object.hasOwn(fields, name)) {
      const known = Object.keys(fields).join(', ') || 'no fields at all';
      throw new CommandError(`unknown field "${name}"; there is: ${known}`);
    }
    try {
      values[name] = fields[name](value) as JsonObject[string];
    } catch (error) {
      throw new CommandError(`"${name}" ${(error as Error).message}`);
    }
  }
  return values as ValuesOf<F>;
}
