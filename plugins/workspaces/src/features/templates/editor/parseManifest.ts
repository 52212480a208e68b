import {
  BUTLER_API_VERSION,
  createTemplateSchema,
} from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { kubernetesPath } from '../../../components/specForm';

/** What came out of a file: a template, or why it is none. */
export type Parsed =
  | { template: Pick<WorkspaceTemplate, 'metadata' | 'spec'> }
  | { problems: string[] };

// Far above what a template has; a larger file is another one.
const MAX_LENGTH = 256 * 1024;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// A template that was exported as Butler keeps it may still have the deprecated single repository.
function withoutDeprecated(body: unknown): unknown {
  if (!isObject(body) || !isObject(body.repository)) return body;
  const { repository, ...rest } = body;
  return { ...rest, repositories: rest.repositories ?? [repository] };
}

async function read(text: string): Promise<unknown> {
  const { parse } = await import('yaml');
  return parse(text);
}

/**
 * Reads a WorkspaceTemplate out of YAML (or JSON, which is YAML). Where it is kept and which version it
 * was is not taken over.
 */
export async function parseManifest(text: string): Promise<Parsed> {
  if (text.length > MAX_LENGTH) {
    return { problems: ['The file is larger than 256 KiB.'] };
  }
  let manifest: unknown;
  try {
    manifest = await read(text);
  } catch (error) {
    // The library's message names the line and what was expected there.
    return { problems: [(error as Error).message] };
  }
  if (
    !isObject(manifest) ||
    manifest.apiVersion !== BUTLER_API_VERSION ||
    manifest.kind !== 'WorkspaceTemplate' ||
    !isObject(manifest.spec)
  ) {
    return {
      problems: [
        `This is no template: it needs apiVersion ${BUTLER_API_VERSION}, kind WorkspaceTemplate and a spec.`,
      ],
    };
  }
  // The scope follows from where the template will be kept.
  const { scope, ...spec } = manifest.spec;
  const name = isObject(manifest.metadata) ? manifest.metadata.name : undefined;
  const checked = createTemplateSchema.safeParse({
    name,
    spec: { ...spec, template: withoutDeprecated(spec.template) },
  });
  if (!checked.success) {
    return {
      problems: checked.error.issues.map(
        ({ path, message }) => `${kubernetesPath(path)}: ${message}`,
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
