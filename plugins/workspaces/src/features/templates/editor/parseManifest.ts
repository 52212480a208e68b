import {
  BUTLER_API_VERSION,
  createTemplateSchema,
} from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import type { z } from 'zod';
import { kubernetesPath } from '../../../components/specForm';
import type { FieldText } from '../../../components/specForm';

/** What came out of a file: a template, or why it is none. */
export type Parsed =
  | { template: Pick<WorkspaceTemplate, 'metadata' | 'spec'> }
  | { problems: string[] };

/** The words for what neither the YAML library nor the schema says. */
export interface ManifestWords {
  tooLarge: string;
  noTemplate: string;
  several(number: number): string;
  missing: string;
  wrongType(expected: string): string;
  unknownFields(names: string): string;
  /** For what the schema has words for. */
  fieldText: FieldText;
}

/** What zod has found, where the schema has no words: no form lets anybody write another type or field. */
function wordsFor(
  issue: z.core.$ZodRawIssue,
  words: ManifestWords,
): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? words.missing
        : words.wrongType(issue.expected);
    case 'invalid_union':
      return words.wrongType('string');
    case 'unrecognized_keys':
      return words.unknownFields(issue.keys.join(', '));
    default:
      return undefined;
  }
}

// Far above what a template has; a larger file is another one.
export const MAX_MANIFEST_KIB = 256;

/** Whether a text or file of that size is not even read. */
export function isTooLarge(size: number): boolean {
  return size > MAX_MANIFEST_KIB * 1024;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// A template that was exported as Butler keeps it may still have the deprecated single repository.
function withoutDeprecated(body: unknown): unknown {
  if (!isObject(body) || !isObject(body.repository)) return body;
  const { repository, ...rest } = body;
  return { ...rest, repositories: rest.repositories ?? [repository] };
}

/** The documents of a file; a dash line at its end begins none. */
async function read(text: string): Promise<unknown[]> {
  const { parseAllDocuments } = await import('yaml');
  return [...parseAllDocuments(text)].flatMap(document => {
    if (document.errors.length > 0) throw document.errors[0];
    const content: unknown = document.toJS();
    return content === null ? [] : [content];
  });
}

/**
 * Reads a WorkspaceTemplate out of YAML (or JSON, which is YAML). Where it is kept and which version it
 * was is not taken over.
 */
export async function parseManifest(
  text: string,
  words: ManifestWords,
): Promise<Parsed> {
  if (isTooLarge(text.length)) return { problems: [words.tooLarge] };
  let documents: unknown[];
  try {
    documents = await read(text);
  } catch (error) {
    // The library's message names the line and what was expected there.
    return { problems: [(error as Error).message] };
  }
  if (documents.length > 1) {
    return { problems: [words.several(documents.length)] };
  }
  const [manifest] = documents;
  if (
    !isObject(manifest) ||
    manifest.apiVersion !== BUTLER_API_VERSION ||
    manifest.kind !== 'WorkspaceTemplate' ||
    !isObject(manifest.spec)
  ) {
    return { problems: [words.noTemplate] };
  }
  // The scope follows from where the template will be kept.
  const { scope, ...spec } = manifest.spec;
  const name = isObject(manifest.metadata) ? manifest.metadata.name : undefined;
  const checked = createTemplateSchema.safeParse(
    { name, spec: { ...spec, template: withoutDeprecated(spec.template) } },
    { error: issue => wordsFor(issue, words) },
  );
  if (!checked.success) {
    return {
      problems: checked.error.issues.map(
        ({ path, message }) =>
          `${kubernetesPath(path)}: ${words.fieldText(message)}`,
      ),
    };
  }
  return {
    template: {
      metadata: { name: checked.data.name },
      spec: checked.data.spec,
    },
  };
}
