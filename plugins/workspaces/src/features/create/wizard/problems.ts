import type { FieldErrors } from 'react-hook-form';
import type { CreateField } from '../form/fieldPaths';
import type { CreateValues } from '../form/values';
import { fieldsOf, STEPS } from './steps';
import type { Step } from './steps';

/** A field that is wrong. */
export interface Problem {
  step: Step;
  field: CreateField;
  message: string;
}

function messageOf(node: object): string | undefined {
  const { message } = node as { message?: unknown };
  return typeof message === 'string' ? message : undefined;
}

// react-hook-form keeps errors as a tree of the form's own shape, with `root` for a whole list.
function collect(
  path: string,
  node: unknown,
  report: (field: string, message: string) => void,
) {
  if (typeof node !== 'object' || node === null) return;
  const message = messageOf(node);
  if (message !== undefined) {
    report(path, message);
    return;
  }
  for (const [name, child] of Object.entries(node)) {
    if (name !== 'ref') {
      collect(name === 'root' ? path : `${path}.${name}`, child, report);
    }
  }
}

/** Everything that is wrong with the form, from its first step to its last. */
export function problemsOf(errors: FieldErrors<CreateValues>): Problem[] {
  const problems: Problem[] = [];
  for (const step of STEPS) {
    for (const name of fieldsOf(step)) {
      collect(name, errors[name], (field, message) =>
        problems.push({ step, field: field as CreateField, message }),
      );
    }
  }
  return problems;
}
