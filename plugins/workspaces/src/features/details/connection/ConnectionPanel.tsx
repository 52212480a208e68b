import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type {
  Connection,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { CopyButton, ErrorPanel } from '../../../components';
import { useTranslation } from '../../../hooks';
import { Panel } from '../../../components/Panel';
import { connectionStateOf } from './connectionState';
import type { LoadedConnection } from './useLoadedConnection';

const COMMAND = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  pl: 2,
  pr: 1,
  py: 0.5,
  my: 1,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'action.hover',
} as const;

function SshCommand({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const { sshCommand, host, port, user } = connection;
  return (
    <>
      <Box sx={COMMAND}>
        <Box
          component="code"
          // Code may be wider than the screen; a keyboard must be able to scroll it too.
          tabIndex={0}
          role="region"
          aria-label={t('details.connection.ssh')}
          sx={{ flex: 1, minWidth: 0, overflowX: 'auto', whiteSpace: 'pre' }}
        >
          {sshCommand}
        </Box>
        <CopyButton text={sshCommand} what={t('details.connection.ssh')} />
      </Box>
      <Typography variant="body2" color="text.secondary">
        {t('details.connection.vsCodeHint', { user, host, port: String(port) })}
      </Typography>
    </>
  );
}

function Connected({ connection }: { connection: LoadedConnection }) {
  const { t } = useTranslation();
  if (connection.state === 'failed') {
    // The address may have gone a moment ago; the stream tells that by itself.
    return (
      <ErrorPanel
        title={t('details.connection.failed')}
        error={connection.error}
        onRetry={connection.retry}
      />
    );
  }
  if (connection.state === 'ready' && connection.value) {
    return <SshCommand connection={connection.value} />;
  }
  return (
    <Skeleton
      variant="rounded"
      height={40}
      aria-label={t('details.connection.loading')}
    />
  );
}

/** How to get in, for the owner; for everybody else, that only the owner does. */
export function ConnectionPanel({
  workspace,
  mayConnect,
  connection,
}: {
  workspace: Workspace;
  mayConnect: boolean;
  connection: LoadedConnection;
}) {
  const { t } = useTranslation();
  const state = connectionStateOf(workspace, mayConnect);
  if (state === 'none') return null;
  return (
    <Panel title={t('details.connection.heading')}>
      {state === 'connected' ? (
        <Connected connection={connection} />
      ) : (
        <Typography
          variant="body2"
          color="text.secondary"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {t(`details.connection.${state}`, { owner: workspace.spec.owner })}
        </Typography>
      )}
      {state === 'waiting' && <LinearProgress aria-hidden sx={{ mt: 2 }} />}
    </Panel>
  );
}
