import { createContext, useContext } from 'react';
import type {
  LifecycleAction,
  Me,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import type { Editor } from '../../hooks';
import type { OpenAndCopy } from './useOpenAndCopy';

/** What a row can ask of the page. */
export interface RowHandlers {
  me: Me;
  /**
   * The address of a workspace's own page. Told from here since who asks the router for it redraws whenever the
   * address of this page changes, which it does at every key of the search.
   */
  detailsPath(workspace: Workspace): string;
  pending(workspace: Workspace): LifecycleAction | undefined;
  ask(workspace: Workspace, action: LifecycleAction): void;
  /** The editors that are offered, the first one on the button. */
  editors: Editor[];
  connection: Pick<OpenAndCopy, 'isAsking' | 'open' | 'copySsh'>;
}

const RowContext = createContext<RowHandlers | undefined>(undefined);

export const RowProvider = RowContext.Provider;

/** The page that the row is on. */
export function useRow(): RowHandlers {
  const handlers = useContext(RowContext);
  if (!handlers) throw new Error('A row outside of a list of workspaces');
  return handlers;
}
