import { SYSTEM_NAMESPACE } from '@butler-portal/plugin-butler-common';
import type {
  TeamMembership,
  TemplateList,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import type { PolicyView } from '../access/policy/Policy';
import { templateResource } from '../access/policy/resources';
import type { ButlerCache } from '../cache/ButlerCache';
import { pick, serializeMetadata } from '../workspaces/serialize';

/** A template as answers carry it. */
export function serializeTemplate(
  template: WorkspaceTemplate,
): WorkspaceTemplate {
  const { apiVersion, kind, metadata, spec } = template;
  return {
    apiVersion,
    kind,
    metadata: serializeMetadata(metadata),
    spec: {
      ...pick(spec, [
        'displayName',
        'description',
        'icon',
        'category',
        'scope',
      ]),
      template: pick(spec.template, [
        'image',
        'repository',
        'repositories',
        'envFrom',
        'dotfiles',
        'resources',
        'storageSize',
      ]),
    },
  };
}

/** The cluster templates, then the team's own, each by their display names. */
export function listTemplates(
  cache: ButlerCache,
  { namespace, team }: TeamMembership,
  policy: Pick<PolicyView, 'sees'>,
): TemplateList {
  const places = [{ place: SYSTEM_NAMESPACE }, { place: namespace, team }];
  const items = places.flatMap(({ place, team: owner }) =>
    cache.templates.store
      .list(place)
      .filter(template => policy.sees(templateResource(template, owner)))
      .sort((one, other) =>
        one.spec.displayName.localeCompare(other.spec.displayName),
      ),
  );
  return { items: items.map(serializeTemplate) };
}
