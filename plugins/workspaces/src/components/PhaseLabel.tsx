import Autorenew from '@mui/icons-material/Autorenew';
import CheckCircle from '@mui/icons-material/CheckCircle';
import DeleteOutline from '@mui/icons-material/DeleteOutline';
import ErrorIcon from '@mui/icons-material/Error';
import HourglassEmpty from '@mui/icons-material/HourglassEmpty';
import Link from '@mui/icons-material/Link';
import StopCircleOutlined from '@mui/icons-material/StopCircleOutlined';
import Box from '@mui/material/Box';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import Tooltip from '@mui/material/Tooltip';
import { keyframes } from '@mui/material/styles';
import { isConnected, phaseOf } from '@butler-portal/plugin-butler-common';
import type {
  Workspace,
  WorkspacePhase,
} from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../hooks';

interface Look {
  Icon: React.ComponentType<SvgIconProps>;
  color: string;
  moves?: boolean;
}

const LOOKS: Record<WorkspacePhase, Look> = {
  Pending: { Icon: HourglassEmpty, color: 'info.main', moves: true },
  Creating: { Icon: Autorenew, color: 'info.main', moves: true },
  Starting: { Icon: Autorenew, color: 'info.main', moves: true },
  Running: { Icon: CheckCircle, color: 'success.main' },
  Stopped: { Icon: StopCircleOutlined, color: 'text.secondary' },
  Failed: { Icon: ErrorIcon, color: 'error.main' },
};
const DELETING: Look = { Icon: DeleteOutline, color: 'text.secondary' };

const turn = keyframes({ to: { transform: 'rotate(1turn)' } });

const motion = {
  animation: `${turn} 2s linear infinite`,
  '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
};

/** The phase: icon, word and colour, the same everywhere; with a smaller mark while connected. */
export function PhaseLabel({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const deleting = Boolean(workspace.metadata.deletionTimestamp);
  const phase = phaseOf(workspace);
  const { Icon, color, moves } = deleting ? DELETING : LOOKS[phase];
  const connected = isConnected(workspace) && !deleting;
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        maxWidth: '100%',
        whiteSpace: 'nowrap',
      }}
    >
      <Icon
        aria-hidden
        sx={{ color, fontSize: 18, flexShrink: 0, ...(moves && motion) }}
      />
      <Box component="span" sx={{ color, fontWeight: 600 }}>
        {t(
          deleting ? 'components.phase.deleting' : `components.phase.${phase}`,
        )}
      </Box>
      {connected && <ConnectedMark />}
    </Box>
  );
}

/** Says that somebody is connected, or could be: there is an SSH endpoint. */
function ConnectedMark() {
  const { t } = useTranslation();
  const label = t('components.phase.connected');
  return (
    <Tooltip title={label}>
      <Link
        titleAccess={label}
        sx={{ color: 'success.main', fontSize: 16, flexShrink: 0 }}
      />
    </Tooltip>
  );
}
