import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type {
  Connection,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { ErrorPanel, Loading } from '../../../components';
import { useTranslation } from '../../../hooks';
import { Panel } from '../../../components/Panel';
import { connectionStateOf } from './connectionState';
import { CopyBlock } from './CopyBlock';
import { HostKeys } from './HostKeys';
import type { LoadedConnection } from './useLoadedConnection';

function HowToConnect({
  connection,
  onRetry,
}: {
  connection: Connection;
  onRetry: () => void;
}) {
  const { t } = useTranslation();
  const { sshCommand, host, port, user } = connection;
  return (
    <>
      <CopyBlock text={sshCommand} what={t('details.connection.ssh')} />
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {t('details.connection.otherEditors', {
          user,
          host,
          port: String(port),
        })}
      </Typography>
      <HostKeys connection={connection} onRetry={onRetry} />
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
    return (
      <HowToConnect connection={connection.value} onRetry={connection.retry} />
    );
  }
  return <Loading label={t('details.connection.loading')} heights={[40]} />;
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
