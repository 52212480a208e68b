import {
  parseQuantity,
  WORKSPACE_DEFAULTS,
} from '@butler-portal/plugin-butler-common';

/** CPU, memory and storage of a workspace, as Kubernetes writes quantities. */
export interface Size {
  cpu: string;
  memory: string;
  storage: string;
}

/** Butler's own defaults. */
export const DEFAULT_SIZE: Size = {
  cpu: WORKSPACE_DEFAULTS.cpu,
  memory: WORKSPACE_DEFAULTS.memory,
  storage: WORKSPACE_DEFAULTS.storageSize,
};

/** The sizes that can be chosen with one click, the smallest first. */
export const PRESETS = {
  small: { cpu: '1', memory: '2Gi', storage: '5Gi' },
  medium: DEFAULT_SIZE,
  large: { cpu: '4', memory: '8Gi', storage: '20Gi' },
} as const satisfies Record<string, Size>;

export type PresetName = keyof typeof PRESETS;

/** Every preset, in the order in which they are shown. */
export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[];

function sameQuantity(one: string, other: string): boolean {
  const value = parseQuantity(one.trim());
  return value !== undefined && value === parseQuantity(other);
}

/** The preset that a size is, however its quantities are written; undefined = a size of one's own. */
export function presetOf(size: Size): PresetName | undefined {
  return PRESET_NAMES.find(
    name =>
      sameQuantity(size.cpu, PRESETS[name].cpu) &&
      sameQuantity(size.memory, PRESETS[name].memory) &&
      sameQuantity(size.storage, PRESETS[name].storage),
  );
}
