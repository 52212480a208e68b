import type { CreateWorkspaceRequest } from '@butler-portal/plugin-butler-common';
import { compact, given, toSpecParts } from '../../../components/specForm';
import type { TemplateKey } from '../../../components/templates';
import type { CreateValues, KeysValues, NeovimValues } from './values';

type DraftSpec = CreateWorkspaceRequest['spec'];

/** The keys that were typed, one a line. */
export function ownKeysOf({ own }: KeysValues): string[] {
  return own
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
}

function toKeys(keys: KeysValues): string[] | undefined {
  return keys.source === 'own' ? ownKeysOf(keys) : undefined;
}

function toEditorConfig(neovim: NeovimValues): DraftSpec['editorConfig'] {
  switch (neovim.source) {
    case 'repo':
      return { neovimConfigRepo: neovim.repo.trim() };
    case 'lua':
      return { neovimInitLua: neovim.lua };
    case 'archive':
      return { neovimConfigArchive: neovim.archive };
    default:
      return undefined;
  }
}

/** The request that creates what the form describes. */
export function toCreateRequest(
  values: CreateValues,
  template?: TemplateKey,
): CreateWorkspaceRequest {
  return compact({
    name: values.name.trim(),
    template,
    spec: compact({
      clusterRef: { name: values.cluster },
      ...toSpecParts(values),
      idleTimeout: given(values.idleTimeout),
      autoStopAfter: given(values.autoStopAfter),
      sshPublicKeys: toKeys(values.keys),
      editorConfig: toEditorConfig(values.neovim),
    }),
  });
}
