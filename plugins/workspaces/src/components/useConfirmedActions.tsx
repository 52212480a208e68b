import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type {
  LifecycleAction,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { useWorkspaceAction } from '../hooks';
import type { WorkspaceActions } from '../hooks';
import { useStillThere } from '../hooks/useStillThere';
import { DeleteDialog } from './DeleteDialog';
import { StopDialog } from './StopDialog';

type Question = { workspace: Workspace; action: 'stop' | 'delete' };

/** {@link WorkspaceActions}, with a question before what cannot be taken back. */
export interface ConfirmedActions extends Omit<WorkspaceActions, 'act'> {
  /** Acts at once where that is safe; asks first before a delete, and before a stop while connected. */
  ask(workspace: Workspace, action: LifecycleAction): void;
  /** The open question. Render it once on the page. */
  dialog: ReactNode;
}

function needsConfirmation(
  workspace: Workspace,
  action: LifecycleAction,
): action is 'stop' | 'delete' {
  if (action === 'stop') return Boolean(workspace.status?.connected);
  return action === 'delete';
}

/**
 * Lifecycle actions for screens, with their confirmations.
 *
 * @param onDeleted - runs when a delete has been accepted while the screen is still there
 */
export function useConfirmedActions(onDeleted?: () => void): ConfirmedActions {
  const { act, ...rest } = useWorkspaceAction();
  const [question, setQuestion] = useState<Question>();
  const isStillThere = useStillThere();

  const close = () => setQuestion(undefined);
  const take = useCallback(
    async (workspace: Workspace, action: LifecycleAction) => {
      const accepted = await act(workspace, action);
      if (accepted && action === 'delete' && isStillThere()) onDeleted?.();
    },
    [act, isStillThere, onDeleted],
  );
  const ask = useCallback(
    (workspace: Workspace, action: LifecycleAction) => {
      if (needsConfirmation(workspace, action)) {
        setQuestion({ workspace, action });
      } else {
        take(workspace, action);
      }
    },
    [take],
  );
  const confirm = () => {
    close();
    if (question) take(question.workspace, question.action);
  };
  const Asks = question?.action === 'delete' ? DeleteDialog : StopDialog;
  return {
    ...rest,
    ask,
    dialog: question && (
      <Asks
        name={question.workspace.metadata.name}
        onConfirm={confirm}
        onClose={close}
      />
    ),
  };
}
