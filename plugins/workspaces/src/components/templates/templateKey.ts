import { isDnsLabel } from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';

/** Which template: its namespace and its name. */
export interface TemplateKey {
  namespace: string;
  name: string;
}

/** Reads `namespace/name`, as it stands in the URL; undefined when it is no such text. */
export function parseTemplateKey(text: string): TemplateKey | undefined {
  const parts = text.split('/');
  if (parts.length !== 2 || !parts.every(isDnsLabel)) return undefined;
  return { namespace: parts[0], name: parts[1] };
}

/** The template's key as it stands in the URL: `namespace/name`. */
export function templateId({ metadata }: WorkspaceTemplate): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
