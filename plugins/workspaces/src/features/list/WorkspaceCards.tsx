import { useRef } from 'react';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import { Virtuoso } from 'react-virtuoso';
import { shortImage } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import {
  Ellipsis,
  PhaseLabel,
  RelativeTime,
  StatusLine,
} from '../../components';
import { RowActionsCell } from './RowActionsCell';
import { useScrollParent } from './useScrollParent';
import { WorkspaceLink } from './WorkspaceLink';

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
  return (
    <Box ref={ref}>
      {scrollParent !== undefined && (
        <Virtuoso
          data={workspaces}
          useWindowScroll={scrollParent === null}
          customScrollParent={scrollParent ?? undefined}
          increaseViewportBy={400}
          computeItemKey={(_, { metadata }) => metadata.uid ?? metadata.name}
          itemContent={(_, workspace) => (
            <Card workspace={workspace} owners={owners} />
          )}
        />
      )}
    </Box>
  );
}

function Card({
  workspace,
  owners,
}: {
  workspace: Workspace;
  owners: boolean;
}) {
  const { metadata, spec } = workspace;
  const place = `${spec.clusterRef.name} · ${shortImage(spec.image)}`;
  return (
    // Padding instead of a margin: Virtuoso measures the box, and margins lie outside of it.
    <Box sx={{ pb: 1 }}>
      <Paper variant="outlined" sx={{ p: 1.5 }}>
        <WorkspaceLink workspace={workspace} />
        <PhaseLabel workspace={workspace} />
        <StatusLine workspace={workspace} />
        <Ellipsis text={place} color="text.secondary" />
        {owners && <Ellipsis text={spec.owner} color="text.secondary" />}
        <Stack
          direction="row"
          alignItems="center"
          justifyContent="space-between"
          sx={{ mt: 1, typography: 'body2', color: 'text.secondary' }}
        >
          <RelativeTime time={metadata.creationTimestamp} />
          <RowActionsCell workspace={workspace} />
        </Stack>
      </Paper>
    </Box>
  );
}
