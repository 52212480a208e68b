import {
  sameEmail,
  TEMPLATE_ANNOTATION,
} from '@butler-portal/plugin-butler-common';
import type {
  Workspace,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import { templateId } from '../../../components/templates';

/** The templates of the person's own workspaces, `namespace/name`, the last used one first. */
export function recentTemplates(
  workspaces: readonly Workspace[],
  email: string,
): string[] {
  const ids = workspaces
    .filter(({ spec }) => sameEmail(spec.owner, email))
    .sort((one, other) =>
      (other.metadata.creationTimestamp ?? '').localeCompare(
        one.metadata.creationTimestamp ?? '',
      ),
    )
    .map(({ metadata }) => metadata.annotations?.[TEMPLATE_ANNOTATION]);
  return [...new Set(ids.filter(id => id !== undefined))];
}

/** The templates with those that were used last first; the others stay in their order. */
export function recentFirst(
  templates: readonly WorkspaceTemplate[],
  recent: readonly string[],
): WorkspaceTemplate[] {
  const rank = (template: WorkspaceTemplate) => {
    const place = recent.indexOf(templateId(template));
    return place < 0 ? recent.length : place;
  };
  return [...templates].sort((one, other) => rank(one) - rank(other));
}
