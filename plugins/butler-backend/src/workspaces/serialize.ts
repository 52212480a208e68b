import {
  BUTLER_GROUP,
  MANAGED_BY_LABEL,
} from '@butler-portal/plugin-butler-common';
import type {
  ObjectMeta,
  Workspace,
  WorkspaceSpec,
  WorkspaceStatus,
} from '@butler-portal/plugin-butler-common';
import { withTeam } from '../access/withTeam';
import { IDEMPOTENCY_ANNOTATION } from './idempotency';

/** Copies the named fields and no others. */
export function pick<T extends object, K extends keyof T>(
  object: T,
  fields: readonly K[],
): Pick<T, K> {
  const copy: Partial<Pick<T, K>> = {};
  for (const field of fields) {
    if (object[field] !== undefined) copy[field] = object[field];
  }
  return copy as Pick<T, K>;
}

function butlersOwn(
  entries: Record<string, string> | undefined,
): Record<string, string> | undefined {
  if (!entries) return undefined;
  const kept = Object.entries(entries).filter(
    ([key]) =>
      key === MANAGED_BY_LABEL ||
      (key.startsWith(`${BUTLER_GROUP}/`) && key !== IDEMPOTENCY_ANNOTATION),
  );
  return Object.fromEntries(kept);
}

const META_FIELDS = [
  'name',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
] as const;

const SPEC_FIELDS: readonly (keyof WorkspaceSpec)[] = [
  'clusterRef',
  'owner',
  'image',
  'repository',
  'repositories',
  'envFrom',
  'resources',
  'dotfiles',
  'idleTimeout',
  'autoStopAfter',
  'storageSize',
];

const STATUS_FIELDS: readonly (keyof WorkspaceStatus)[] = [
  'conditions',
  'phase',
  'podName',
  'pvcName',
  'serviceName',
  'sshEndpoint',
  'connected',
  'lastActivityTime',
  'lastDisconnectTime',
  'observedGeneration',
];

/** Metadata as answers carry it: Butler's own labels and annotations, no managed fields. */
export function serializeMetadata(metadata: ObjectMeta): ObjectMeta {
  return {
    ...pick(metadata, META_FIELDS),
    labels: butlersOwn(metadata.labels),
    annotations: butlersOwn(metadata.annotations),
  };
}

/**
 * A workspace as answers and streams carry it: an allow-list, so that a field that Butler adds one
 * day stays in the backend until somebody has decided about it (design, decision 5).
 */
export function serializeWorkspace(workspace: Workspace): Workspace {
  const { apiVersion, kind, metadata, spec, status } = workspace;
  const { neovimConfigRepo } = spec.editorConfig ?? {};
  return {
    apiVersion,
    kind,
    metadata: serializeMetadata(metadata),
    spec: {
      ...pick(spec, SPEC_FIELDS),
      ...(neovimConfigRepo && { editorConfig: { neovimConfigRepo } }),
    },
    ...(status && { status: pick(status, STATUS_FIELDS) }),
  };
}

const EDITOR_FIELDS = [
  'neovimConfigRepo',
  'neovimInitLua',
  'neovimConfigArchive',
] as const;

/** The JSON of a workspace for its owner alone: with the keys and the editor's configuration. */
export function ownWorkspaceJson(workspace: Workspace, team: string): string {
  const { spec, ...rest } = serializeWorkspace(withTeam(workspace, team));
  const { sshPublicKeys, editorConfig } = workspace.spec;
  return JSON.stringify({
    ...rest,
    spec: {
      ...spec,
      ...(sshPublicKeys && { sshPublicKeys }),
      ...(editorConfig && { editorConfig: pick(editorConfig, EDITOR_FIELDS) }),
    },
  });
}

const known = new WeakMap<Workspace, { team: string; json: Buffer }>();

/**
 * The JSON of a workspace in a team, in UTF-8. Written once for every version of the object, however
 * many lists and streams it goes out in: the cache never changes an object in place.
 */
export function workspaceJson(workspace: Workspace, team: string): Buffer {
  const before = known.get(workspace);
  if (before?.team === team) return before.json;
  const json = Buffer.from(
    JSON.stringify(serializeWorkspace(withTeam(workspace, team))),
  );
  known.set(workspace, { team, json });
  return json;
}

const COMMA = Buffer.from(',');

/** The JSON of an object whose `items` are JSON already; to parse them again would double the work. */
export function itemsJson(items: Buffer[], rest: object = {}): Buffer {
  const parts = [Buffer.from('{"items":[')];
  for (const [index, item] of items.entries()) {
    if (index > 0) parts.push(COMMA);
    parts.push(item);
  }
  const fields = JSON.stringify(rest).slice(1);
  parts.push(Buffer.from(fields === '}' ? ']}' : `],${fields}`));
  return Buffer.concat(parts);
}
