import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type {
  LifecycleAction,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { DeleteDialog, StopDialog } from '../../../components';
import { useWorkspaceAction } from '../../../hooks';

interface Question {
  workspace: Workspace;
  action: 'stop' | 'delete';
}

function questionFor(
  workspace: Workspace,
  action: LifecycleAction,
): Question | undefined {
  if (action === 'delete') return { workspace, action };
  if (action === 'stop' && workspace.status?.connected) {
    return { workspace, action };
  }
  return undefined;
}

/**
 * Takes actions, after a question where something would be lost.
 *
 * @param onDeleted - runs when a delete has been accepted while the page is still there
 */
export function useAsk(onDeleted: () => void): {
  ask(workspace: Workspace, action: LifecycleAction): void;
  /** The open question, to be rendered once. */
  dialog: ReactNode;
} {
  const { act } = useWorkspaceAction();
  const [question, setQuestion] = useState<Question>();
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);

  const close = () => setQuestion(undefined);
  const take = async (workspace: Workspace, action: LifecycleAction) => {
    const accepted = await act(workspace, action);
    if (accepted && action === 'delete' && there.current) onDeleted();
  };
  const confirm = () => {
    close();
    if (question) take(question.workspace, question.action);
  };
  const Asks = question?.action === 'delete' ? DeleteDialog : StopDialog;
  return {
    ask: (workspace, action) => {
      const first = questionFor(workspace, action);
      if (first) setQuestion(first);
      else take(workspace, action);
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
