import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { mayDo, phaseOf, teamOf } from '@butler-portal/plugin-butler-common';
import type {
  LifecycleAction,
  Me,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import {
  ActionError,
  offeredActions,
  PageFrame,
  PhaseLabel,
  StaleNotice,
  StatusLine,
} from '../../components';
import { BottomBarSpace } from '../../components/BottomBar';
import { useTranslation, useWorkspaceAction } from '../../hooks';
import type { OneWorkspace } from '../../hooks';
import { arrangeActions } from './actions/arrangeActions';
import { DetailActions } from './actions/DetailActions';
import { ConnectionPanel } from './connection/ConnectionPanel';
import { useLoadedConnection } from './connection/useLoadedConnection';
import { Facts } from './facts/Facts';
import { CreateLike } from './CreateLike';
import { FailureNotice } from './FailureNotice';
import { PhaseAnnouncer } from './PhaseAnnouncer';
import { Progress } from './progress/Progress';
import { SaveAsTemplate } from './SaveAsTemplate';

interface WorkspaceDetailsProps {
  workspace: Workspace;
  me: Me;
  live: Pick<OneWorkspace, 'stale' | 'retry'>;
  onAsk(workspace: Workspace, action: LifecycleAction): void;
}

/** A failure of an action on this workspace; other workspaces' are told where they are. */
function OwnActionError({ workspace }: { workspace: Workspace }) {
  const { error, clearError } = useWorkspaceAction();
  const own =
    error?.name === workspace.metadata.name && error.team === teamOf(workspace);
  return (
    <ActionError failed={own ? error : undefined} onDismiss={clearError} />
  );
}

/** The workspace that was found: what it is, what it does, what can be done. */
export function WorkspaceDetails(props: WorkspaceDetailsProps) {
  const { t } = useTranslation();
  const { workspace, me, live, onAsk } = props;
  const { pending } = useWorkspaceAction();
  const facts = { team: teamOf(workspace), owner: workspace.spec.owner };
  const mayConnect = mayDo(me, 'workspace.connect', facts);
  const connection = useLoadedConnection(workspace, mayConnect);
  const arranged = arrangeActions(
    workspace,
    mayConnect,
    offeredActions(me, workspace),
  );
  return (
    <PageFrame
      title={workspace.metadata.name}
      back
      mark={<PhaseLabel workspace={workspace} />}
      actions={
        <DetailActions
          workspace={workspace}
          arranged={arranged}
          pending={pending(workspace)}
          connection={connection}
          onAsk={onAsk}
        />
      }
    >
      <PhaseAnnouncer workspace={workspace} />
      <StaleNotice stale={live.stale} onRetry={live.retry} />
      <OwnActionError workspace={workspace} />
      {/* Keeps its height without a line, so that the page stays still. */}
      <Box sx={{ mb: 2, minHeight: 24 }}>
        <StatusLine workspace={workspace} />
      </Box>
      <Stack spacing={3}>
        {workspace.metadata.deletionTimestamp && (
          <Alert severity="info">{t('details.deleting')}</Alert>
        )}
        <FailureNotice
          workspace={workspace}
          action={
            <CreateLike
              workspace={workspace}
              me={me}
              color="inherit"
              variant="outlined"
              size="small"
            />
          }
        />
        <ConnectionPanel
          workspace={workspace}
          mayConnect={mayConnect}
          connection={connection}
        />
        <Progress workspace={workspace} />
        <Facts workspace={workspace} me={me} />
        <Stack direction="row" spacing={1}>
          {phaseOf(workspace) !== 'Failed' && (
            <CreateLike workspace={workspace} me={me} />
          )}
          <SaveAsTemplate workspace={workspace} me={me} />
        </Stack>
      </Stack>
      <BottomBarSpace />
    </PageFrame>
  );
}
