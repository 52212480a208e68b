import type { FieldPath } from 'react-hook-form';
import { fieldOfSpecPath } from '../../../components/specForm';
import type { CreateValues } from './values';

/** A field of the form, as react-hook-form calls it. */
export type CreateField = FieldPath<CreateValues>;

const FIELDS: Record<string, CreateField> = {
  name: 'name',
  'metadata.name': 'name',
  'spec.clusterRef': 'cluster',
  'spec.clusterRef.name': 'cluster',
  'spec.idleTimeout': 'idleTimeout',
  'spec.autoStopAfter': 'autoStopAfter',
  'spec.editorConfig.neovimConfigRepo': 'neovim.repo',
  'spec.editorConfig.neovimInitLua': 'neovim.lua',
  'spec.editorConfig.neovimConfigArchive': 'neovim.archive',
};
const KEYS = /^spec\.sshPublicKeys(\[\d+\])?$/;

/**
 * The field of the form that a path of the request belongs to, such as
 * `spec.repositories[0].name` → `repositories.0.directory`; undefined when the form has none.
 */
export function fieldOfPath(path: string): CreateField | undefined {
  if (KEYS.test(path)) return 'keys.own';
  if (FIELDS[path]) return FIELDS[path];
  if (!path.startsWith('spec.')) return undefined;
  return fieldOfSpecPath(path.slice('spec.'.length)) as CreateField | undefined;
}
