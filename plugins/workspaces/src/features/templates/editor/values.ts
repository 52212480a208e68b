import type {
  CreateTemplateRequest,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import {
  compact,
  EMPTY_SPEC,
  given,
  specValuesOf,
  specValuesShape,
  toSpecParts,
} from '../../../components/specForm';
import type { SpecValues } from '../../../components/specForm';

/** What stands in the form: text as it was typed, empty where nothing was. */
export interface TemplateValues extends SpecValues {
  /** The Team's name; empty = every team. */
  team: string;
  name: string;
  displayName: string;
  description: string;
  icon: string;
  category: string;
}

/** A form in which nothing has been typed. */
export const EMPTY_TEMPLATE: TemplateValues = {
  ...EMPTY_SPEC,
  team: '',
  name: '',
  displayName: '',
  description: '',
  icon: '',
  category: 'custom',
};

const text = z.string();

/** The shape of {@link TemplateValues}, to check and to read drafts with. */
export const templateValuesSchema = z.object({
  ...specValuesShape,
  team: text,
  name: text,
  displayName: text,
  description: text,
  icon: text,
  category: text,
});

/** The fields of a template, but for its place and name. */
export function templateValuesOf(
  spec: WorkspaceTemplate['spec'],
): Omit<TemplateValues, 'team' | 'name'> {
  return {
    ...specValuesOf(spec.template),
    displayName: spec.displayName,
    description: spec.description ?? '',
    icon: spec.icon ?? '',
    category: spec.category ?? 'custom',
  };
}

/** The request that creates what the form describes; a PUT takes its `spec`. */
export function toTemplateRequest(
  values: TemplateValues,
): CreateTemplateRequest {
  return {
    name: values.name.trim(),
    spec: compact({
      displayName: values.displayName.trim(),
      // Kept to the last line break: what nobody has changed must survive an edit.
      description: given(values.description) && values.description,
      icon: given(values.icon),
      category: values.category as CreateTemplateRequest['spec']['category'],
      template: toSpecParts(values),
    }),
  };
}
