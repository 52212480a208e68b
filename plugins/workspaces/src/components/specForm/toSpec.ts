import type {
  WorkspaceDotfiles,
  WorkspaceEnvFrom,
  WorkspaceRepository,
  WorkspaceResources,
} from '@butler-portal/plugin-butler-common';
import type { EnvValues, RepositoryValues, SpecValues } from './values';

/** What {@link SpecValues} say of a workspace's or a template's content. */
export interface SpecParts {
  image: string;
  repositories?: WorkspaceRepository[];
  dotfiles?: WorkspaceDotfiles;
  envFrom?: WorkspaceEnvFrom;
  resources?: WorkspaceResources;
  storageSize?: string;
}

/** Nothing typed means: leave it to the default. */
export function given(text: string): string | undefined {
  return text.trim() || undefined;
}

/** Leaves out what is undefined, so that equal forms make equal requests. */
export function compact<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as T;
}

function nonEmpty<T extends object>(fields: T): T | undefined {
  const left = compact(fields);
  return Object.keys(left).length > 0 ? left : undefined;
}

function toRepository(values: RepositoryValues): WorkspaceRepository {
  const credential = given(values.credential);
  return compact({
    url: values.url.trim(),
    name: given(values.directory),
    branch: given(values.branch),
    secretRef: credential ? { name: credential } : undefined,
  });
}

function toDotfiles(values: SpecValues): WorkspaceDotfiles | undefined {
  const url = given(values.dotfilesUrl);
  const installCommand = given(values.dotfilesCommand);
  // A command without a repository is sent all the same, so that its error is shown.
  return url || installCommand
    ? compact({ url: url ?? '', installCommand })
    : undefined;
}

function toEnvFrom(env: EnvValues): WorkspaceEnvFrom | undefined {
  const name = given(env.name);
  if (!name) return undefined;
  return compact({
    kind: env.kind as WorkspaceEnvFrom['kind'],
    name,
    namespace: given(env.namespace),
    container: given(env.container),
  });
}

/**
 * The content that the fields describe. Every line of repositories stays, also an empty one, so that
 * `spec.repositories[1]` in an error is the second line of the form.
 */
export function toSpecParts(values: SpecValues): SpecParts {
  return compact({
    image: values.image.trim(),
    repositories:
      values.repositories.length > 0
        ? values.repositories.map(toRepository)
        : undefined,
    dotfiles: toDotfiles(values),
    envFrom: toEnvFrom(values.env),
    resources: nonEmpty({
      cpu: given(values.cpu),
      memory: given(values.memory),
    }),
    storageSize: given(values.storage),
  });
}
