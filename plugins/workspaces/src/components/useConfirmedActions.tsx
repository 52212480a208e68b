import { useState } from 'react';
import type { ReactNode } from 'react';
import type {
  LifecycleAction,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { useWorkspaceAction } from '../hooks';
import type { WorkspaceActions } from '../hooks';
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

/** Lifecycle actions for screens, with their confirmations. */
export function useConfirmedActions(): ConfirmedActions {
  const { act, ...rest } = useWorkspaceAction();
  const [question, setQuestion] = useState<Question>();
  const close = () => setQuestion(undefined);
  const confirm = () => {
    if (!question) return;
    act(question.workspace, question.action);
    close();
  };
  const Asks = question?.action === 'delete' ? DeleteDialog : StopDialog;
  return {
    ...rest,
    ask: (workspace, action) => {
      if (needsConfirmation(workspace, action)) {
        setQuestion({ workspace, action });
      } else {
        act(workspace, action);
      }
    },
    dialog: question && (
      <Asks
        name={question.workspace.metadata.name}
        onConfirm={confirm}
        onClose={close}
      />
    ),
  };
}
