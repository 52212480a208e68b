import {
  isGitUrl,
  MAX_WORKSPACE_NAME_LENGTH,
  repositoryDirectory,
} from '@butler-portal/plugin-butler-common';

/** What a name is proposed from. */
export interface NameSources {
  /** Name of the workspace to create one like: the new one is called after it alone. */
  workspace?: string;
  /** Name of the template, if one was chosen. */
  template?: string;
  /** URL of the first repository, if there is one. */
  repositoryUrl?: string;
  /** E-mail of the person. */
  email: string;
  isTaken(name: string): boolean;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/-+$/, '');
}

function subjectOf({ template, repositoryUrl }: NameSources): string {
  const directory =
    repositoryUrl && isGitUrl(repositoryUrl)
      ? slug(repositoryDirectory({ url: repositoryUrl }))
      : '';
  return directory || slug(template ?? '') || 'workspace';
}

/**
 * Proposes a name: the repository or the template, then the person, since names are the team's and
 * a person sees only some of them; then a number until no known workspace has it.
 */
export function proposeName(sources: NameSources): string {
  const person = slug(sources.email.split(/[@+]/)[0]);
  const base =
    sources.workspace ?? [subjectOf(sources), person].filter(Boolean).join('-');
  let name = cut(base, MAX_WORKSPACE_NAME_LENGTH);
  for (let number = 2; sources.isTaken(name); number += 1) {
    const suffix = `-${number}`;
    name = cut(base, MAX_WORKSPACE_NAME_LENGTH - suffix.length) + suffix;
  }
  return name;
}
