import { isDeepStrictEqual } from 'node:util';
import { ConflictError } from '@backstage/errors';
import {
  repositoriesOf,
  repositoryDirectory,
  UPDATED_BY_ANNOTATION,
} from '@butler-portal/plugin-butler-common';
import type {
  PutTemplateRequest,
  WorkspaceRepository,
  WorkspaceTemplate,
  WorkspaceTemplateBody,
} from '@butler-portal/plugin-butler-common';
import type { Caller } from '../access/Caller';
import type { TemplateGrant } from '../access/Requirement';
import { KubernetesApiError } from '../kubernetes/errors';
import type { ObjectWriter, WriteOptions } from '../writes/ObjectWriter';
import { TEMPLATE_BODY_FIELDS, TEMPLATE_FIELDS } from './serializeTemplate';

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The known fields of objects within a template; what else is in them is not the Portal's to remove. */
const NESTED: Record<string, readonly string[]> = {
  envFrom: ['kind', 'name', 'namespace', 'container'],
  dotfiles: ['url', 'installCommand'],
  resources: ['cpu', 'memory'],
};

// A merge patch that removes the known fields which are not wanted any more, and names no others.
function replaceFields(
  present: Fields,
  wanted: Fields,
  known: readonly string[],
): Fields {
  const patch: Fields = {};
  for (const field of known) {
    const value = wanted[field];
    const before = present[field];
    if (value === undefined) {
      if (before !== undefined) patch[field] = null;
    } else if (field in NESTED && isObject(value) && isObject(before)) {
      patch[field] = replaceFields(before, value, NESTED[field]);
    } else {
      patch[field] = value;
    }
  }
  return patch;
}

function unknownOf(repository: WorkspaceRepository): Fields {
  const { url, name, branch, secretRef, ...unknown } = repository;
  return unknown;
}

// A merge patch replaces a list as a whole: what the Portal does not know of a repository is taken along from
// the one that is cloned from the same URL into the same directory. What was renamed has no such one: it is known by
// its URL alone, where that leaves no choice. Otherwise whose it was would be a guess.
function keepUnknown(
  wanted: WorkspaceRepository[] | undefined,
  present: WorkspaceRepository[] = [],
): WorkspaceRepository[] | undefined {
  const left = new Set(present);
  const before = new Map<WorkspaceRepository, WorkspaceRepository>();
  const pair = (one: WorkspaceRepository, other?: WorkspaceRepository) => {
    if (!other) return;
    before.set(one, other);
    left.delete(other);
  };
  for (const one of wanted ?? []) {
    const same = [...left].find(
      other =>
        other.url === one.url &&
        repositoryDirectory(other) === repositoryDirectory(one),
    );
    pair(one, same);
  }
  const unpaired = (wanted ?? []).filter(one => !before.has(one));
  for (const one of unpaired) {
    const sameUrl = ({ url }: WorkspaceRepository) => url === one.url;
    const others = [...left].filter(sameUrl);
    if (others.length === 1 && unpaired.filter(sameUrl).length === 1) {
      pair(one, others[0]);
    }
  }
  return wanted?.map(repository => ({
    ...unknownOf(before.get(repository) ?? repository),
    ...repository,
  }));
}

// Forms know the deprecated single repository as the only one of the list. One that nobody has changed
// stays as it is written, so that an edit changes what was edited and nothing else.
function repositoriesToWrite(
  wanted: WorkspaceRepository[] | undefined,
  { repository, repositories }: WorkspaceTemplateBody,
): Pick<WorkspaceTemplateBody, 'repository' | 'repositories'> {
  const kept = keepUnknown(
    wanted,
    repositories ?? (repository && [repository]),
  );
  const seen = repositoriesOf({ repository, repositories });
  return isDeepStrictEqual(kept ?? [], seen)
    ? { repository, repositories }
    : { repositories: kept };
}

// A quantity may be a number in the resource; a form sends it as text.
function sameStorage(
  one: Pick<WorkspaceTemplateBody, 'storageSize'>,
  other: Pick<WorkspaceTemplateBody, 'storageSize'>,
): boolean {
  return String(one.storageSize) === String(other.storageSize);
}

/** The patch that makes a template what the request says, and leaves what the schema does not know. */
export function toTemplatePatch(
  { metadata, spec }: PutTemplateRequest,
  present: WorkspaceTemplate,
) {
  const { template, ...rest } = spec;
  const before = present.spec;
  const kept = { ...rest, scope: before.scope };
  return {
    metadata,
    spec: {
      ...replaceFields({ ...before }, kept, TEMPLATE_FIELDS),
      template: replaceFields(
        { ...before.template },
        {
          ...template,
          ...repositoriesToWrite(template.repositories, before.template),
          ...(sameStorage(template, before.template) && {
            storageSize: before.template.storageSize,
          }),
        },
        TEMPLATE_BODY_FIELDS,
      ),
    },
  };
}

/**
 * Replaces what a template says. Throws a 403 when the policy does not leave it to the caller as it is
 * or as it would be, and a 409 when it has been changed since the version that the request names.
 */
export async function putTemplate(
  caller: Caller,
  { template, assertAllows }: TemplateGrant,
  request: PutTemplateRequest,
  writer: ObjectWriter<WorkspaceTemplate>,
  options: WriteOptions,
): Promise<WorkspaceTemplate> {
  // Not from the cache: the patch says what to remove, and has to be made on the newest version.
  const present = await writer.read(caller, template);
  assertAllows(present);
  assertAllows({ ...present, spec: request.spec });
  const { metadata, spec } = toTemplatePatch(request, present);
  const patch = {
    // Whoever is stale learns who was before.
    metadata: {
      ...metadata,
      annotations: { [UPDATED_BY_ANNOTATION]: caller.email },
    },
    spec,
  };
  try {
    return await writer.patch(caller, template, patch, options);
  } catch (error) {
    if (!(error instanceof KubernetesApiError) || error.status !== 409) {
      throw error;
    }
    throw new ConflictError(
      'Somebody has changed this template since you opened it. Nothing was saved. Load it again, see what is different, and repeat your change.',
    );
  }
}
