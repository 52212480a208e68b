import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { PageLink } from '../../components';
import { useRow } from './RowContext';

/** The name, as the link to the workspace's own page. */
export function WorkspaceLink({ workspace }: { workspace: Workspace }) {
  const { detailsPath } = useRow();
  const { name } = workspace.metadata;
  return (
    <Tooltip title={name} enterDelay={700}>
      <Box
        component="span"
        sx={{
          display: 'block',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
          fontWeight: 600,
          lineHeight: '24px',
        }}
      >
        <PageLink to={detailsPath(workspace)}>{name}</PageLink>
      </Box>
    </Tooltip>
  );
}
