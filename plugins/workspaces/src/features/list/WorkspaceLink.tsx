import { useRouteRef } from '@backstage/core-plugin-api';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { teamOf } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { PageLink } from '../../components';
import { detailsRouteRef } from '../../routes';

/** The address of a workspace's own page. */
export function useDetailsPath(): (workspace: Workspace) => string {
  const path = useRouteRef(detailsRouteRef);
  return workspace =>
    path({ team: teamOf(workspace), name: workspace.metadata.name });
}

/** The name, as the link to the workspace's own page. */
export function WorkspaceLink({ workspace }: { workspace: Workspace }) {
  const path = useDetailsPath();
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
        <PageLink to={path(workspace)}>{name}</PageLink>
      </Box>
    </Tooltip>
  );
}
