import { WORKSPACE_DEFAULTS } from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { templateValuesOf } from './values';

// The API server writes the defaults of the schema in (crds/workspacetemplates.yaml).
const DEFAULT_NAMESPACE = 'default';

function contentOf(spec: WorkspaceTemplate['spec']): string {
  const { repositories, env, ...rest } = templateValuesOf(spec);
  return JSON.stringify({
    ...rest,
    repositories: repositories.map(repository => ({
      ...repository,
      branch: repository.branch || WORKSPACE_DEFAULTS.branch,
    })),
    env: { ...env, namespace: env.namespace || DEFAULT_NAMESPACE },
  });
}

/** Whether two templates say the same in every field of the form. */
export function sameContent(
  one: WorkspaceTemplate['spec'],
  other: WorkspaceTemplate['spec'],
): boolean {
  return contentOf(one) === contentOf(other);
}
