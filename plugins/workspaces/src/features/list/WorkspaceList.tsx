import { useCallback, useDeferredValue, useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { teamOf } from '@butler-portal/plugin-butler-common';
import type { Me, Workspace } from '@butler-portal/plugin-butler-common';
import { ActionError, visuallyHidden } from '../../components';
import { useConfirmedActions } from '../../components/useConfirmedActions';
import { useEditors } from '../../hooks';
import { detailsRouteRef } from '../../routes';
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
  const wanted = useMemo(() => ({ ...view, show }), [view, show]);
  // Twenty new rows take longer to draw than two keys are apart: the field goes first.
  const drawn = useDeferredValue(wanted);
  const selection = useMemo(
    () => selectWorkspaces(workspaces, drawn, me.email),
    [workspaces, drawn, me.email],
  );
  const { shown, total } = selection;
  const actions = useConfirmedActions();
  const connection = useOpenAndCopy();
  const editors = useEditors();
  const path = useRouteRef(detailsRouteRef);
  const detailsPath = useCallback(
    (workspace: Workspace) =>
      path({ team: teamOf(workspace), name: workspace.metadata.name }),
    [path],
  );
  const { ask, pending } = actions;
  const row = useMemo(
    () => ({ me, detailsPath, pending, ask, editors, connection }),
    [me, detailsPath, pending, ask, editors, connection],
  );
  const news = usePhaseNews(shown);
  const teams = useMemo(
    () => new Set(workspaces.map(teamOf)).size > 1,
    [workspaces],
  );
  const theme = useTheme();
  const cards = useMediaQuery(theme.breakpoints.down('sm'));
  const owners = drawn.show === 'all';
  const needs = useMemo(() => ({ teams, owners }), [teams, owners]);

  return (
    <RowProvider value={row}>
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
          view={drawn}
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
