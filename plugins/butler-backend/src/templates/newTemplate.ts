import {
  BUTLER_API_VERSION,
  CREATED_BY_ANNOTATION,
  MANAGED_BY_LABEL,
  SYSTEM_NAMESPACE,
  TEAM_LABEL,
} from '@butler-portal/plugin-butler-common';
import type {
  CreateTemplateRequest,
  TeamMembership,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';

/**
 * The WorkspaceTemplate that a request asks for. Its scope follows from where it is kept.
 *
 * @param membership - of the team; left out for a template that every team sees
 */
export function newTemplate(
  { name, spec }: CreateTemplateRequest,
  author: string,
  membership?: TeamMembership,
): WorkspaceTemplate {
  return {
    apiVersion: BUTLER_API_VERSION,
    kind: 'WorkspaceTemplate',
    metadata: {
      name,
      namespace: membership?.namespace ?? SYSTEM_NAMESPACE,
      labels: {
        [MANAGED_BY_LABEL]: 'butler',
        ...(membership && { [TEAM_LABEL]: membership.team }),
      },
      annotations: { [CREATED_BY_ANNOTATION]: author },
    },
    spec: { ...spec, scope: membership ? 'team' : 'cluster' },
  };
}
