import { ApiError } from '../status/apiError';
import { pathsOf } from './fieldSet';
import { ManagedSet } from './managers';

function nameOf({ by, time }: ManagedSet): string {
  const name = JSON.stringify(by.manager);
  const of = by.subresource
    ? `${name} with subresource ${JSON.stringify(by.subresource)}`
    : name;
  if (by.operation === 'Apply') return of;
  return `${of} using ${by.apiVersion}${time ? ` at ${time}` : ''}`;
}

/** The 409 for a configuration that changes what others own, worded as kubectl expects it (`NewConflictError`). */
export function conflictError(conflicts: ManagedSet[]): ApiError {
  const owners = conflicts
    .map(owner => ({ name: nameOf(owner), paths: pathsOf(owner.fields) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const causes = owners.flatMap(({ name, paths }) =>
    paths.map(path => ({
      reason: 'FieldManagerConflict',
      message: `conflict with ${name}`,
      field: path,
    })),
  );
  const what =
    causes.length === 1
      ? `1 conflict: ${causes[0].message}: ${causes[0].field}`
      : `${causes.length} conflicts: ${owners
          .flatMap(({ name, paths }) => [
            `conflicts with ${name}:`,
            ...paths.map(path => `- ${path}`),
          ])
          .join('\n')}`;
  return new ApiError(409, 'Conflict', `Apply failed with ${what}`, { causes });
}
