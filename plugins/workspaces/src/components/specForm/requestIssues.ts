import type { z } from 'zod';
import { kubernetesPath } from './fieldPaths';
import type { FieldText } from './useFieldText';

/** Something that is wrong with a field of a form, as zod takes it. */
export type FieldIssue = {
  code: 'custom';
  /** As zod writes paths. */
  path: (string | number)[];
  message: string;
};

/**
 * What the schema of a request says of it, said at the fields of the form that it was made from.
 *
 * @param fieldOf - the form's field of a path of the request; what has none is left to the backend
 */
export function requestIssues(
  schema: z.ZodType,
  request: unknown,
  fieldOf: (path: string) => string | undefined,
  fieldText: FieldText,
): FieldIssue[] {
  const issues = schema.safeParse(request).error?.issues ?? [];
  return issues.flatMap(({ path, message }) => {
    const field = fieldOf(kubernetesPath(path));
    if (!field) return [];
    const parts = field
      .split('.')
      .map(part => (/^\d+$/.test(part) ? Number(part) : part));
    return [{ code: 'custom', path: parts, message: fieldText(message) }];
  });
}
