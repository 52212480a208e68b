import type { CreateWorkspaceRequest } from '@butler-portal/plugin-butler-common';
import type { CreateValues, RepositoryValues } from './values';
import type { TemplateKey } from '../templates/templateKey';

type DraftSpec = CreateWorkspaceRequest['spec'];
type DraftRepository = NonNullable<DraftSpec['repositories']>[number];

/** Nothing typed means: leave it to the default. */
function given(text: string): string | undefined {
  return text.trim() || undefined;
}

/** Leaves out what is undefined, so that equal forms make equal requests. */
function compact<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as T;
}

function toRepository(values: RepositoryValues): DraftRepository {
  const credential = given(values.credential);
  return compact({
    url: values.url.trim(),
    name: given(values.directory),
    branch: given(values.branch),
    secretRef: credential ? { name: credential } : undefined,
  });
}

function toResources({ cpu, memory }: CreateValues): DraftSpec['resources'] {
  const resources = compact({ cpu: given(cpu), memory: given(memory) });
  return Object.keys(resources).length > 0 ? resources : undefined;
}

/**
 * The request that creates what the form describes. Every line of repositories stays, also an empty
 * one, so that `spec.repositories[1]` in an error is the second line of the form.
 */
export function toCreateRequest(
  values: CreateValues,
  template?: TemplateKey,
): CreateWorkspaceRequest {
  return compact({
    name: values.name.trim(),
    template,
    spec: compact({
      clusterRef: { name: values.cluster },
      image: values.image.trim(),
      repositories:
        values.repositories.length > 0
          ? values.repositories.map(toRepository)
          : undefined,
      resources: toResources(values),
      storageSize: given(values.storage),
    }),
  });
}
