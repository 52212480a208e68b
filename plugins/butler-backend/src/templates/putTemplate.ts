import { isDeepStrictEqual } from 'node:util';
import { ConflictError } from '@backstage/errors';
import {
  repositoriesOf,
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

// A merge patch replaces a list as a whole: what the Portal does not know of a repository is taken
// along from the one with the same URL; of several, from the one with the same directory name or the
// first that is left.
function keepUnknown(
  wanted: WorkspaceRepository[] | undefined,
  present: WorkspaceRepository[] = [],
): WorkspaceRepository[] | undefined {
  const left = [...present];
  return wanted?.map(repository => {
    const same = left.filter(({ url }) => url === repository.url);
    const before = same.find(({ name }) => name === repository.name) ?? same[0];
    if (before) left.splice(left.indexOf(before), 1);
    const { url, name, branch, secretRef, ...unknown } = before ?? repository;
    return { ...unknown, ...repository };
  });
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
