import { useCallback, useRef } from 'react';
import Box from '@mui/material/Box';
import { Virtuoso } from 'react-virtuoso';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { rowKey } from './rowKey';
import { useScrollParent } from './useScrollParent';
import { WorkspaceCard } from './WorkspaceCard';

/** The list on a narrow screen: one card for each workspace. */
export function WorkspaceCards({
  workspaces,
  owners,
}: {
  workspaces: Workspace[];
  /** Whether the cards name the owners. */
  owners: boolean;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const scrollParent = useScrollParent(ref);
  // Virtuoso redraws all cards when it is given another function.
  const card = useCallback(
    (_: number, workspace: Workspace) => (
      <WorkspaceCard workspace={workspace} owners={owners} />
    ),
    [owners],
  );
  return (
    <Box ref={ref}>
      {scrollParent !== undefined && (
        <Virtuoso
          data={workspaces}
          useWindowScroll={scrollParent === null}
          customScrollParent={scrollParent ?? undefined}
          increaseViewportBy={400}
          computeItemKey={rowKey}
          itemContent={card}
        />
      )}
    </Box>
  );
}
