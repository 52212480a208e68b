import type { FieldPath } from 'react-hook-form';
import { fieldOfSpecPath } from '../../../components/specForm';
import type { FormFields } from '../../../components/specForm';
import type { TemplateValues } from './values';

/** A field of the form, as react-hook-form calls it. */
export type TemplateField = FieldPath<TemplateValues>;

const FIELDS: Record<string, TemplateField> = {
  name: 'name',
  'metadata.name': 'name',
  'spec.displayName': 'displayName',
  'spec.description': 'description',
  'spec.icon': 'icon',
  'spec.category': 'category',
};
const CONTENT = 'spec.template.';

/** The field of the form that a path of the request belongs to; undefined when the form has none. */
export function fieldOfPath(path: string): TemplateField | undefined {
  if (!path.startsWith(CONTENT)) return FIELDS[path];
  const field = fieldOfSpecPath(path.slice(CONTENT.length));
  return field as TemplateField | undefined;
}

/** The form's fields, as they stand there. */
export const TEMPLATE_FIELDS: FormFields<TemplateField> = {
  fieldOfPath,
  order: [
    'displayName',
    'category',
    'name',
    'team',
    'image',
    'icon',
    'description',
    'repositories',
    'dotfilesUrl',
    'dotfilesCommand',
    'cpu',
    'memory',
    'storage',
    'env',
  ],
};
