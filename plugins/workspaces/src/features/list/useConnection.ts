import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { teamOf } from '@butler-portal/plugin-butler-common';
import type {
  Connection,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { butlerApiRef, ButlerError } from '../../api';
import { copyText } from '../../components';
import { useTranslation } from '../../hooks';
import { openLink } from './openLink';

/** What came of opening or copying. */
export type ConnectionOutcome =
  | { kind: 'said'; text: string; severity: 'success' | 'warning' }
  | { kind: 'failed'; name: string; error: ButlerError };

/** Opens a connected workspace in an editor, or copies its SSH command. */
export function useConnection() {
  const api = useApi(butlerApiRef);
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<ConnectionOutcome>();

  const read = async (
    workspace: Workspace,
  ): Promise<Connection | undefined> => {
    const { name } = workspace.metadata;
    setOutcome(undefined);
    try {
      return await api.getConnection({ team: teamOf(workspace), name });
    } catch (error) {
      if (!(error instanceof ButlerError)) throw error;
      setOutcome({ kind: 'failed', name, error });
      return undefined;
    }
  };

  return {
    outcome,
    dismiss: () => setOutcome(undefined),
    open: async (workspace: Workspace) => {
      const connection = await read(workspace);
      const link = connection?.editors[0]?.url;
      if (link) openLink(link);
      else if (connection) {
        setOutcome({
          kind: 'said',
          severity: 'warning',
          text: t('list.noEditor'),
        });
      }
    },
    copySsh: async (workspace: Workspace) => {
      const connection = await read(workspace);
      if (!connection) return;
      const { name } = workspace.metadata;
      const command = connection.sshCommand;
      const copied = await copyText(command);
      setOutcome({
        kind: 'said',
        severity: copied ? 'success' : 'warning',
        text: copied
          ? t('list.copied', { name })
          : t('list.notCopied', { name, command }),
      });
    },
  };
}
