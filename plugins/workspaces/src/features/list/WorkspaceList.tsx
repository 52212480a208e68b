import { useMemo } from 'react';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { teamOf } from '@butler-portal/plugin-butler-common';
import type { Me, Workspace } from '@butler-portal/plugin-butler-common';
import { ActionError, visuallyHidden } from '../../components';
import { useEditors } from '../../hooks';
import { useConfirmedActions } from '../../hooks/useConfirmedActions';
import { mayCreateSomewhere, seesOthers, usualShow } from './audience';
import { ConnectionNotice } from './ConnectionNotice';
import { EmptyList, NoMatch, NoneOfMine } from './EmptyList';
import { ListToolbar } from './ListToolbar';
import { RowProvider } from './RowContext';
import { selectWorkspaces } from './selectWorkspaces';
import { useListView } from './useListView';
import { useOpenAndCopy } from './useOpenAndCopy';
import { usePhaseNews } from './usePhaseNews';
import { WorkspaceCards } from './WorkspaceCards';
import { WorkspaceTable } from './WorkspaceTable';

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
  const { shown, total } = useMemo(
    () => selectWorkspaces(workspaces, { ...view, show }, me.email),
    [workspaces, view, show, me.email],
  );
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

  if (workspaces.length === 0) return <EmptyList me={me} />;
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
      <ListToolbar
        view={view}
        show={show}
        choosesShow={choosesShow}
        shown={shown.length}
        total={total}
        onChange={change}
      />
      {total === 0 && <NoneOfMine onShowAll={() => change({ show: 'all' })} />}
      {total > 0 && shown.length === 0 && (
        <NoMatch onClear={() => change({ q: '', phase: undefined })} />
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
