import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { ActionButton } from '../../components';
import { useTranslation } from '../../hooks';
import type { RowActions } from './rowActions';
import { useRow } from './RowContext';

/** The one thing that a row offers. */
export function PrimaryAction({
  workspace,
  primary,
}: {
  workspace: Workspace;
  primary: RowActions['primary'];
}) {
  const { t } = useTranslation();
  const { ask, detailsPath, pending } = useRow();
  const { name } = workspace.metadata;
  const running = pending(workspace);
  if (!primary) return null;
  if (primary.kind === 'seeWhy') {
    return (
      <Button
        component={Link}
        to={detailsPath(workspace)}
        size="small"
        aria-label={t('list.actionFor', { action: t('list.seeWhy'), name })}
      >
        {t('list.seeWhy')}
      </Button>
    );
  }
  if (primary.kind === 'open') {
    return <OpenButton workspace={workspace} blocked={Boolean(running)} />;
  }
  const { action, obstacle } = primary;
  const blockedBy = obstacle ?? (running && running !== action && 'pending');
  const label = t(`components.action.${action}`);
  return (
    <ActionButton
      size="small"
      variant="outlined"
      pending={running === action}
      reason={blockedBy ? t(`components.obstacle.${blockedBy}`) : undefined}
      aria-label={t('list.actionFor', { action: label, name })}
      onClick={() => ask(workspace, action)}
    >
      {label}
    </ActionButton>
  );
}

/** The way in: the first editor, or the SSH command where no editor is offered. */
function OpenButton({
  workspace,
  blocked,
}: {
  workspace: Workspace;
  blocked: boolean;
}) {
  const { t } = useTranslation();
  const { connection, editors } = useRow();
  const [editor] = editors;
  const label = editor
    ? t('components.action.open', { editor: editor.label })
    : t('list.copySsh');
  const { name } = workspace.metadata;
  return (
    <ActionButton
      size="small"
      variant="outlined"
      pending={connection.isAsking(workspace)}
      reason={blocked ? t('components.obstacle.pending') : undefined}
      aria-label={t('list.actionFor', { action: label, name })}
      onClick={() =>
        editor
          ? connection.open(workspace, editor)
          : connection.copySsh(workspace)
      }
    >
      {label}
    </ActionButton>
  );
}
