import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { ActionButton } from '../../components';
import { useTranslation } from '../../hooks';
import type { RowActions } from './rowActions';
import { useRow } from './RowContext';
import { useDetailsPath } from './WorkspaceLink';

/** The one thing that a row offers. */
export function PrimaryAction({
  workspace,
  primary,
}: {
  workspace: Workspace;
  primary: RowActions['primary'];
}) {
  const { t } = useTranslation();
  const { ask, open, pending } = useRow();
  const path = useDetailsPath();
  const { name } = workspace.metadata;
  const running = pending(workspace);
  if (!primary) return null;
  if (primary.kind === 'seeWhy') {
    return (
      <Button
        component={Link}
        to={path(workspace)}
        size="small"
        aria-label={t('list.actionFor', { action: t('list.seeWhy'), name })}
      >
        {t('list.seeWhy')}
      </Button>
    );
  }
  if (primary.kind === 'open') {
    return (
      <ActionButton
        size="small"
        variant="outlined"
        reason={running && t('components.obstacle.pending')}
        aria-label={t('list.actionFor', { action: t('list.open'), name })}
        onClick={() => open(workspace)}
      >
        {t('list.open')}
      </ActionButton>
    );
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
