import { repositoriesOf } from '@butler-portal/plugin-butler-common';
import type { WorkspaceRepository } from '@butler-portal/plugin-butler-common';

/** One line of the repositories section, as it is typed. */
export interface RepositoryValues {
  url: string;
  branch: string;
  /** Directory below `/workspace`; empty = after the URL. */
  directory: string;
  /** Name of the Secret with the Git credential; comes with a template. */
  credential: string;
}

/** What stands in the form: text as it was typed, empty where nothing was. */
export interface CreateValues {
  team: string;
  name: string;
  cluster: string;
  image: string;
  repositories: RepositoryValues[];
  cpu: string;
  memory: string;
  storage: string;
}

/** A form in which nothing has been typed or proposed. */
export const EMPTY_VALUES: CreateValues = {
  team: '',
  name: '',
  cluster: '',
  image: '',
  repositories: [],
  cpu: '',
  memory: '',
  storage: '',
};

/** The line with which a repository is added. */
export const EMPTY_REPOSITORY: RepositoryValues = {
  url: '',
  branch: '',
  directory: '',
  credential: '',
};

function toValues(repository: WorkspaceRepository): RepositoryValues {
  return {
    url: repository.url,
    branch: repository.branch ?? '',
    directory: repository.name ?? '',
    credential: repository.secretRef?.name ?? '',
  };
}

/** The repositories of a template (or workspace) as lines of the form. */
export function repositoryValuesOf(
  body: Parameters<typeof repositoriesOf>[0],
): RepositoryValues[] {
  return repositoriesOf(body).map(toValues);
}
