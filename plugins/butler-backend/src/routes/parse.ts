import type { FieldError } from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import { FieldsError } from '../errors';

/** A path as Kubernetes writes it: `spec.repositories[0].url`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text ? `${text}.${String(part)}` : String(part);
  }, '');
}

function toFields(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key => ({
        path: fieldPath([...issue.path, key]).slice(0, 200),
        message: 'There is no such field.',
      }));
    }
    return [{ path: fieldPath(issue.path), message: issue.message }];
  });
}

const MAX_FIELDS = 50;

/** Reads what came with a request; throws a 400 that names the fields. */
export function parse<T>(
  schema: z.ZodType<T>,
  value: unknown,
  what: 'path' | 'query' | 'body' | 'header',
): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = toFields(result.error.issues).slice(0, MAX_FIELDS);
  const [first] = fields;
  throw new FieldsError(
    `The ${what} of the request is not valid. ${first.path || what}: ${
      first.message
    }`,
    fields,
  );
}

/** Schema of a query that takes no parameters. */
export const noQuery = z.strictObject({});
