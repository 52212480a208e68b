import { SYSTEM_NAMESPACE } from '@butler-portal/plugin-butler-common';
import type {
  TeamMembership,
  TemplateList,
} from '@butler-portal/plugin-butler-common';
import type { PolicyView } from '../access/policy/Policy';
import { templateResource } from '../access/policy/resources';
import type { ButlerCache } from '../cache/ButlerCache';
import { serializeTemplate } from './serializeTemplate';

/** The cluster templates, then those of the team, if one is given, each by their display names. */
export function listTemplates(
  cache: ButlerCache,
  policy: Pick<PolicyView, 'sees'>,
  membership?: TeamMembership,
): TemplateList {
  const places: { namespace: string; team?: string }[] = [
    { namespace: SYSTEM_NAMESPACE },
    ...(membership ? [membership] : []),
  ];
  const items = places.flatMap(({ namespace, team }) =>
    cache.templates.store
      .list(namespace)
      .filter(template => policy.sees(templateResource(template, team)))
      .sort((one, other) =>
        one.spec.displayName.localeCompare(other.spec.displayName),
      ),
  );
  return { items: items.map(serializeTemplate) };
}
