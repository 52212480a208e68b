import { memo } from 'react';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import { shortImage } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import {
  Ellipsis,
  PhaseLabel,
  RelativeTime,
  StatusLine,
} from '../../components';
import { RowActionsCell } from './RowActionsCell';
import { WorkspaceLink } from './WorkspaceLink';

interface WorkspaceCardProps {
  workspace: Workspace;
  /** Whether it names the owner. */
  owners: boolean;
}

/** A workspace on a narrow screen: drawn anew for another one, not because the list around has changed. */
export const WorkspaceCard = memo(function Card(props: WorkspaceCardProps) {
  const { workspace, owners } = props;
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
});
