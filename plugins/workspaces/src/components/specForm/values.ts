import { repositoriesOf } from '@butler-portal/plugin-butler-common';
import type {
  WorkspaceRepository,
  WorkspaceTemplateBody,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';

/** One line of the repositories, as it is typed. */
export interface RepositoryValues {
  url: string;
  branch: string;
  /** Directory below `/workspace`; empty = after the URL. */
  directory: string;
  /** Name of the team's Secret with the Git credential; empty = none. */
  credential: string;
}

/** The workload whose environment is copied, as it is typed; without a name, none is. */
export interface EnvValues {
  /** `Deployment` or `StatefulSet`. */
  kind: string;
  namespace: string;
  name: string;
  /** Empty = the first one. */
  container: string;
}

/**
 * What a workspace and a template have in common, as fields of a form: text as it was typed, empty
 * where nothing was.
 */
export interface SpecValues {
  image: string;
  repositories: RepositoryValues[];
  dotfilesUrl: string;
  dotfilesCommand: string;
  env: EnvValues;
  cpu: string;
  memory: string;
  storage: string;
}

const text = z.string();

/** The shape of {@link SpecValues}, to read stored ones with. */
export const specValuesShape = {
  image: text,
  repositories: z.array(
    z.object({ url: text, branch: text, directory: text, credential: text }),
  ),
  dotfilesUrl: text,
  dotfilesCommand: text,
  env: z.object({ kind: text, namespace: text, name: text, container: text }),
  cpu: text,
  memory: text,
  storage: text,
};

/** The line with which a repository is added. */
export const EMPTY_REPOSITORY: RepositoryValues = {
  url: '',
  branch: '',
  directory: '',
  credential: '',
};

/** No environment is copied. */
export const NO_ENV: EnvValues = {
  kind: 'Deployment',
  namespace: '',
  name: '',
  container: '',
};

/** Fields in which nothing has been typed. */
export const EMPTY_SPEC: SpecValues = {
  image: '',
  repositories: [],
  dotfilesUrl: '',
  dotfilesCommand: '',
  env: NO_ENV,
  cpu: '',
  memory: '',
  storage: '',
};

function repositoryValues(repository: WorkspaceRepository): RepositoryValues {
  return {
    url: repository.url,
    branch: repository.branch ?? '',
    directory: repository.name ?? '',
    credential: repository.secretRef?.name ?? '',
  };
}

/** The content of a template (or a workspace) as fields of a form. */
export function specValuesOf(body: WorkspaceTemplateBody): SpecValues {
  const { dotfiles, envFrom, resources } = body;
  return {
    image: body.image,
    repositories: repositoriesOf(body).map(repositoryValues),
    dotfilesUrl: dotfiles?.url ?? '',
    dotfilesCommand: dotfiles?.installCommand ?? '',
    env: envFrom
      ? {
          kind: envFrom.kind ?? NO_ENV.kind,
          namespace: envFrom.namespace ?? '',
          name: envFrom.name,
          container: envFrom.container ?? '',
        }
      : NO_ENV,
    cpu: resources?.cpu ?? '',
    memory: resources?.memory ?? '',
    storage: String(body.storageSize ?? ''),
  };
}
