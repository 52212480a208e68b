import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { pick, serializeMetadata } from '../workspaces/serialize';

/** The fields of a template's spec that the Portal knows, but for what a workspace starts with. */
export const TEMPLATE_FIELDS = [
  'displayName',
  'description',
  'icon',
  'category',
  'scope',
] as const;

/** The fields that the Portal knows of what a workspace starts with. */
export const TEMPLATE_BODY_FIELDS = [
  'image',
  'repository',
  'repositories',
  'envFrom',
  'dotfiles',
  'resources',
  'storageSize',
] as const;

/** A template as answers carry it. */
export function serializeTemplate(
  template: WorkspaceTemplate,
): WorkspaceTemplate {
  const { apiVersion, kind, metadata, spec } = template;
  return {
    apiVersion,
    kind,
    metadata: serializeMetadata(metadata),
    spec: {
      ...pick(spec, TEMPLATE_FIELDS),
      template: pick(spec.template, TEMPLATE_BODY_FIELDS),
    },
  };
}

const known = new WeakMap<WorkspaceTemplate, Buffer>();

/** Its JSON, written once for every version of the object, however many streams it goes out in. */
export function templateJson(template: WorkspaceTemplate): Buffer {
  const json =
    known.get(template) ??
    Buffer.from(JSON.stringify(serializeTemplate(template)));
  known.set(template, json);
  return json;
}
