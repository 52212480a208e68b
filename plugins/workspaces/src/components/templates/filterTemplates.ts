import {
  categoryOf,
  shortImage,
  TEMPLATE_CATEGORIES,
} from '@butler-portal/plugin-butler-common';
import type {
  TemplateCategory,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import { templateId } from './templateKey';

/** What the picker shows. */
export interface TemplateFilter {
  category?: TemplateCategory;
  /** Part of the name, description or image. */
  search: string;
}

/** From how many templates on there is a search. */
export const SEARCH_FROM = 7;

function mentions(template: WorkspaceTemplate, search: string): boolean {
  const { displayName, description, template: body } = template.spec;
  return [
    displayName,
    template.metadata.name,
    description,
    shortImage(body.image),
  ]
    .filter(text => text !== undefined)
    .some(text => text.toLowerCase().includes(search));
}

/** The templates that the filter lets through, and the chosen one: it never disappears. */
export function filterTemplates(
  templates: readonly WorkspaceTemplate[],
  { category, search }: TemplateFilter,
  chosen: string,
): WorkspaceTemplate[] {
  const wanted = search.trim().toLowerCase();
  return templates.filter(
    template =>
      templateId(template) === chosen ||
      ((!category || categoryOf(template) === category) &&
        (!wanted || mentions(template, wanted))),
  );
}

/** The categories that have templates, in their order. */
export function categoriesOf(
  templates: readonly WorkspaceTemplate[],
): TemplateCategory[] {
  const present = new Set(templates.map(categoryOf));
  return TEMPLATE_CATEGORIES.filter(category => present.has(category));
}

/** Reads a category out of the URL. */
export function parseCategory(
  text: string | null,
): TemplateCategory | undefined {
  return TEMPLATE_CATEGORIES.find(category => category === text);
}
