import type { Workspace } from '@butler-portal/plugin-butler-common';

/** What a row keeps while others come and go around it. */
export function rowKey(_index: number, { metadata }: Workspace): string {
  return metadata.uid ?? metadata.name;
}
