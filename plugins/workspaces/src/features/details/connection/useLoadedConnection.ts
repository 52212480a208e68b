import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { teamOf } from '@butler-portal/plugin-butler-common';
import type {
  Connection,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { butlerApiRef } from '../../../api';
import { useLoaded } from '../../../hooks/useLoaded';
import type { Loaded } from '../../../hooks/useLoaded';
import { endpointOf } from './connectionState';

/** What is known of the connection; undefined inside while there is none. */
export type LoadedConnection = Loaded<Connection | undefined> & {
  retry(): void;
};

/** Reads how to connect when there is an address, and again whenever that is another one. */
export function useLoadedConnection(
  workspace: Workspace,
  mayConnect: boolean,
): LoadedConnection {
  const api = useApi(butlerApiRef);
  const team = teamOf(workspace);
  const { name } = workspace.metadata;
  const endpoint = mayConnect ? endpointOf(workspace) : undefined;
  return useLoaded(
    useCallback(
      async () => (endpoint ? api.getConnection({ team, name }) : undefined),
      [api, team, name, endpoint],
    ),
  );
}
