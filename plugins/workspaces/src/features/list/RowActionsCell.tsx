import Stack from '@mui/material/Stack';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { PrimaryAction } from './PrimaryAction';
import { rowActions } from './rowActions';
import { useRow } from './RowContext';
import { RowMenu } from './RowMenu';

/** The action that suits the state, and the menu with the rest. */
export function RowActionsCell({ workspace }: { workspace: Workspace }) {
  const { me } = useRow();
  const actions = rowActions(me, workspace);
  return (
    <Stack
      direction="row"
      alignItems="center"
      justifyContent="flex-end"
      spacing={0.5}
    >
      <PrimaryAction workspace={workspace} primary={actions.primary} />
      <RowMenu workspace={workspace} actions={actions} />
    </Stack>
  );
}
