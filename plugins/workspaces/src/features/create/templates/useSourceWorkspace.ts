import { useEffect, useState } from 'react';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { useWorkspaces } from '../../../hooks';

/** The workspace that the form starts as, if it is to start as one. */
export interface SourceWorkspace {
  /** `missing`: there is none that the person may see. */
  state: 'none' | 'loading' | 'found' | 'missing';
  /** Set when it is `found`. */
  workspace?: Workspace;
}

function idOf({ metadata: { namespace, name } }: Workspace): string {
  return `${namespace}/${name}`;
}

/**
 * Finds the workspace that another one is to be created like, as it was when it was found: it may be deleted
 * while the form is filled in.
 *
 * @param id - `namespace/name`; empty = none
 */
export function useSourceWorkspace(id: string): SourceWorkspace {
  const { status, workspaces } = useWorkspaces();
  const [kept, setKept] = useState<Workspace>();
  const known = kept && idOf(kept) === id ? kept : undefined;
  const found = known ?? workspaces.find(item => idOf(item) === id);
  useEffect(() => setKept(found), [found]);
  if (!id) return { state: 'none' };
  if (found) return { state: 'found', workspace: found };
  return { state: status === 'loading' ? 'loading' : 'missing' };
}
