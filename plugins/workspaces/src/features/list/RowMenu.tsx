import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import MoreVert from '@mui/icons-material/MoreVert';
import IconButton from '@mui/material/IconButton';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useNavigate } from 'react-router-dom';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../hooks';
import type { RowActions } from './rowActions';
import { useRow } from './RowContext';

interface RowMenuProps {
  workspace: Workspace;
  actions: RowActions;
}

/** The button for all that a row offers beside its one button. */
export function RowMenu({ workspace, actions }: RowMenuProps) {
  const { t } = useTranslation();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        size="small"
        aria-label={t('list.more', { name: workspace.metadata.name })}
        aria-haspopup="menu"
        aria-controls={anchor ? id : undefined}
        aria-expanded={anchor ? true : undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreVert fontSize="small" />
      </IconButton>
      {anchor && (
        <OpenMenu
          id={id}
          anchor={anchor}
          workspace={workspace}
          actions={actions}
          close={() => setAnchor(null)}
        />
      )}
    </>
  );
}

interface OpenMenuProps extends RowMenuProps {
  id: string;
  anchor: HTMLElement;
  close(): void;
}

// Apart from its button: a menu in each row, though closed, is a good part of what the row costs.
/** What the row offers. What cannot be done now says why. */
function OpenMenu({ id, anchor, workspace, actions, close }: OpenMenuProps) {
  const { t } = useTranslation();
  const { ask, connection, detailsPath, editors, pending } = useRow();
  const navigate = useNavigate();
  const busy = pending(workspace) && ('pending' as const);
  const asking = connection.isAsking(workspace)
    ? t('components.obstacle.pending')
    : undefined;

  const item = (
    key: string,
    label: string,
    onClick: () => void,
    reason?: string,
    color?: string,
  ): ReactNode => (
    <MenuItem
      key={key}
      dense
      aria-disabled={reason ? true : undefined}
      onClick={() => {
        if (reason) return;
        close();
        onClick();
      }}
      sx={{ color, minWidth: 180, ...(reason && { cursor: 'default' }) }}
    >
      <ListItemText
        primary={label}
        secondary={reason}
        primaryTypographyProps={{
          color: reason ? 'text.disabled' : 'inherit',
        }}
      />
    </MenuItem>
  );

  return (
    <Menu id={id} anchorEl={anchor} open onClose={close}>
      {item('details', t('list.details'), () =>
        navigate(detailsPath(workspace)),
      )}
      {actions.canConnect &&
        editors
          .slice(1)
          .map(editor =>
            item(
              editor.id,
              t('components.action.open', { editor: editor.label }),
              () => connection.open(workspace, editor),
              asking,
            ),
          )}
      {actions.canConnect &&
        item(
          'copy',
          t('list.copySsh'),
          () => connection.copySsh(workspace),
          asking,
        )}
      {actions.menu.map(({ action, obstacle }) => {
        const blockedBy = obstacle ?? busy;
        return item(
          action,
          t(`components.action.${action}`),
          () => ask(workspace, action),
          blockedBy ? t(`components.obstacle.${blockedBy}`) : undefined,
          action === 'delete' ? 'error.main' : undefined,
        );
      })}
    </Menu>
  );
}
