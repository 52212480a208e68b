import { useMemo } from 'react';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { teamOf } from '@butler-portal/plugin-butler-common';
import type { Me, Workspace } from '@butler-portal/plugin-butler-common';
import { ActionError, visuallyHidden } from '../../components';
import { useConfirmedActions } from '../../components/useConfirmedActions';
import { useEditors } from '../../hooks';
import { mayCreateSomewhere, seesOthers, usualShow } from './audience';
import { ConnectionNotice } from './ConnectionNotice';
import { EmptyList, NoMatch, NoneOfMine } from './EmptyList';
import { ListToolbar } from './ListToolbar';
import { RowProvider } from './RowContext';
import { selectWorkspaces } from './selectWorkspaces';
import { useListView } from './useListView';
import { useOpenAndCopy } from './useOpenAndCopy';
import { usePhaseNews } from './usePhaseNews';
import type { ListView } from './view';
import { WorkspaceCards } from './WorkspaceCards';
import { WorkspaceTable } from './WorkspaceTable';

const NO_FILTER: Partial<ListView> = {
  q: '',
  phase: undefined,
  team: undefined,
  cluster: undefined,
  owner: undefined,
};

/** The workspaces with their filters and actions, when there is a person and a snapshot. */
export function WorkspaceList({
  me,
  workspaces,
}: {
  me: Me;
  workspaces: readonly Workspace[];
}) {
  const [view, change] = useListView();
  const choosesShow = seesOthers(me) && mayCreateSomewhere(me);
  const show = (choosesShow && view.show) || usualShow(me);
  const selection = useMemo(
    () => selectWorkspaces(workspaces, { ...view, show }, me.email),
    [workspaces, view, show, me.email],
  );
  const { shown, total } = selection;
  const actions = useConfirmedActions();
  const connection = useOpenAndCopy();
  const editors = useEditors();
  const news = usePhaseNews(shown);
  const teams = useMemo(
    () => new Set(workspaces.map(teamOf)).size > 1,
    [workspaces],
  );
  const theme = useTheme();
  const cards = useMediaQuery(theme.breakpoints.down('sm'));
  const owners = show === 'all';
  const needs = useMemo(() => ({ teams, owners }), [teams, owners]);

  return (
    <RowProvider
      value={{
        me,
        pending: actions.pending,
        ask: actions.ask,
        editors,
        connection,
      }}
    >
      <ActionError failed={actions.error} onDismiss={actions.clearError} />
      <ConnectionNotice
        outcomes={connection.outcomes}
        dismiss={connection.dismiss}
      />
      {workspaces.length === 0 ? (
        <EmptyList me={me} />
      ) : (
        <ListToolbar
          view={view}
          show={show}
          choosesShow={choosesShow}
          selection={selection}
          onChange={change}
        />
      )}
      {workspaces.length > 0 && total === 0 && (
        <NoneOfMine onShowAll={() => change({ show: 'all' })} />
      )}
      {total > 0 && shown.length === 0 && (
        <NoMatch onClear={() => change(NO_FILTER)} />
      )}
      {shown.length > 0 && cards && (
        <WorkspaceCards workspaces={shown} owners={owners} />
      )}
      {shown.length > 0 && !cards && (
        <WorkspaceTable
          workspaces={shown}
          needs={needs}
          view={view}
          onSort={change}
        />
      )}
      {actions.dialog}
      <Box aria-live="polite" sx={visuallyHidden}>
        {news}
      </Box>
    </RowProvider>
  );
}
