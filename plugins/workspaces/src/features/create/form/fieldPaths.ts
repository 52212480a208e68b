import type { FieldPath } from 'react-hook-form';
import type { CreateValues } from './values';

/** A field of the form, as react-hook-form calls it. */
export type CreateField = FieldPath<CreateValues>;

const FIELDS: Record<string, CreateField> = {
  name: 'name',
  'metadata.name': 'name',
  'spec.clusterRef': 'cluster',
  'spec.clusterRef.name': 'cluster',
  'spec.image': 'image',
  'spec.resources.cpu': 'cpu',
  'spec.resources.memory': 'memory',
  'spec.storageSize': 'storage',
};
const REPOSITORY_FIELDS: Record<
  string,
  'url' | 'branch' | 'directory' | 'credential'
> = {
  '': 'url',
  '.url': 'url',
  '.branch': 'branch',
  '.name': 'directory',
  '.secretRef': 'credential',
  '.secretRef.name': 'credential',
};
const REPOSITORY = /^spec\.repositories\[(\d+)\](.*)$/;

/**
 * The field of the form that a path of the request belongs to, such as
 * `spec.repositories[0].name` → `repositories.0.directory`; undefined when the form has none.
 */
export function fieldOfPath(path: string): CreateField | undefined {
  if (path === 'spec.repositories') return 'repositories';
  const repository = REPOSITORY.exec(path);
  if (!repository) return FIELDS[path];
  const field = REPOSITORY_FIELDS[repository[2]];
  return field && `repositories.${Number(repository[1])}.${field}`;
}

/** Writes the path of a zod issue as Kubernetes writes paths. */
export function kubernetesPath(path: PropertyKey[]): string {
  return path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
