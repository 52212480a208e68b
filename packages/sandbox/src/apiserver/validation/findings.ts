import { FieldError, invalid } from '../status/fieldErrors';

/**
 * Where a schema is checked. Kubernetes checks the whole object from its root, but a write of the status subresource
 * from `.status`: then the paths within the messages begin there, the fields of the causes at the root all the same
 * (`ValidateStatusUpdate` of the apiextensions-apiserver).
 */
export interface Place {
  /** The path from where the check began; empty there. */
  path: string;
  /** The field where the check began; empty for the root of the object. */
  base: string;
}

/** The place of a field or of an item (`[0]`). */
export function childPlace({ path, base }: Place, step: string): Place {
  if (step.startsWith('[')) return { path: `${path}${step}`, base };
  return { path: path ? `${path}.${step}` : step, base };
}

/** The field of a place, as the causes of a 422 name it. */
export function fieldOf({ path, base }: Place): string {
  if (!base) return path;
  return path ? `${base}.${path}` : base;
}

/** A finding that go-openapi does not tie to a field: Kubernetes prints the root, which has no name. */
export function unplaced({ base }: Place, message: string): FieldError {
  return invalid(base || '<nil>', '', message);
}
