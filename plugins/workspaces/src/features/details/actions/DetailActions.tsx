import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import type {
  LifecycleAction,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { ActionButton } from '../../../components';
import type { OfferedAction } from '../../../components';
import { BottomBar } from '../../../components/BottomBar';
import { useTranslation } from '../../../hooks';
import type { LoadedConnection } from '../connection/useLoadedConnection';
import type { ArrangedActions } from './arrangeActions';
import { OpenInEditor } from './OpenInEditor';

const ROW = {
  display: 'flex',
  gap: 1,
  // Four of them fit beside each other on a phone.
  '&& > *': {
    minWidth: { xs: 0, sm: 64 },
    px: { xs: 1, sm: 2 },
    fontSize: { xs: 13, sm: 14 },
  },
} as const;

interface DetailActionsProps {
  workspace: Workspace;
  arranged: ArrangedActions;
  pending: LifecycleAction | undefined;
  connection: LoadedConnection;
  onAsk(workspace: Workspace, action: LifecycleAction): void;
}

/** The page's actions: one stands out, what cannot be done now says why. */
export function DetailActions(props: DetailActionsProps) {
  const { t } = useTranslation();
  const { workspace, arranged, pending, connection, onAsk } = props;
  const { primary, others } = arranged;

  const button = (
    { action, obstacle }: OfferedAction,
    variant: 'contained' | 'outlined',
  ): ReactNode => {
    const waits = pending && pending !== action ? 'pending' : obstacle;
    return (
      <ActionButton
        key={action}
        variant={action === 'delete' ? 'text' : variant}
        color={action === 'delete' ? 'error' : 'primary'}
        pending={pending === action}
        reason={waits && t(`components.obstacle.${waits}`)}
        onClick={() => onAsk(workspace, action)}
      >
        {t(`components.action.${action}`)}
      </ActionButton>
    );
  };

  if (!primary && others.length === 0) return null;
  return (
    <BottomBar>
      <Box role="group" aria-label={t('details.actions.label')} sx={ROW}>
        {primary === 'open' && <OpenInEditor connection={connection} />}
        {primary && primary !== 'open' && button(primary, 'contained')}
        {others.map(item => button(item, 'outlined'))}
      </Box>
    </BottomBar>
  );
}
