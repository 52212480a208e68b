import { useMemo, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { openableLinks, teamOf } from '@butler-portal/plugin-butler-common';
import type {
  Connection,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { butlerApiRef, ButlerError } from '../../api';
import { copyText } from '../../components';
import { useTranslation } from '../../hooks';
import type { Editor } from '../../hooks';
import { openLink } from './openLink';

/** What came of opening or copying. */
export type ConnectionOutcome = { uid: string; name: string } & (
  | { kind: 'said'; text: string; severity: 'success' | 'warning' }
  | { kind: 'failed'; error: ButlerError }
);

type Result = Pick<
  Extract<ConnectionOutcome, { kind: 'said' }>,
  'text' | 'severity'
>;

/** Opens connected workspaces and copies their SSH commands, after asking the backend how. */
export interface OpenAndCopy {
  /** What came of it, of each workspace the last. */
  outcomes: ConnectionOutcome[];
  dismiss(uid: string): void;
  /** Whether the backend is being asked, which may take as long as the workspace's cluster does. */
  isAsking(workspace: Workspace): boolean;
  open(workspace: Workspace, editor: Editor): void;
  copySsh(workspace: Workspace): void;
}

function uidOf({ metadata }: Workspace): string {
  return metadata.uid ?? `${metadata.namespace}/${metadata.name}`;
}

/** See {@link OpenAndCopy}. */
export function useOpenAndCopy(): OpenAndCopy {
  const api = useApi(butlerApiRef);
  const { t } = useTranslation();
  const [outcomes, setOutcomes] = useState<ConnectionOutcome[]>([]);
  const [asking, setAsking] = useState<readonly string[]>([]);
  // A second click of the same moment comes before the next rendering.
  const busy = useRef(new Set<string>());

  const doing = useMemo(() => {
    const dismiss = (uid: string) =>
      setOutcomes(before => before.filter(outcome => outcome.uid !== uid));

    const ask = async (
      workspace: Workspace,
      act: (connection: Promise<Connection>) => Promise<Result | undefined>,
    ) => {
      const uid = uidOf(workspace);
      if (busy.current.has(uid)) return;
      busy.current.add(uid);
      setAsking([...busy.current]);
      dismiss(uid);
      const { name } = workspace.metadata;
      const tell = (outcome: ConnectionOutcome) =>
        setOutcomes(before => [...before, outcome]);
      try {
        const result = await act(
          api.getConnection({ team: teamOf(workspace), name }),
        );
        if (result) tell({ uid, name, kind: 'said', ...result });
      } catch (error) {
        if (!(error instanceof ButlerError)) throw error;
        tell({ uid, name, kind: 'failed', error });
      } finally {
        busy.current.delete(uid);
        setAsking([...busy.current]);
      }
    };

    return {
      dismiss,
      open: (workspace: Workspace, { id, label }: Editor) =>
        ask(workspace, async connection => {
          const links = openableLinks((await connection).editors);
          const link = links.find(candidate => candidate.id === id);
          if (link) openLink(link.url);
          return link
            ? undefined
            : {
                severity: 'warning',
                text: t('components.action.noLink', { editor: label }),
              };
        }),
      copySsh: (workspace: Workspace) =>
        ask(workspace, async connection => {
          const command = connection.then(({ sshCommand }) => sshCommand);
          const { name } = workspace.metadata;
          return (await copyText(command))
            ? { severity: 'success', text: t('list.copied', { name }) }
            : {
                severity: 'warning',
                text: t('list.notCopied', { name, command: await command }),
              };
        }),
    };
  }, [api, t]);

  // Every row follows this object: it is another one only when something in it is.
  return useMemo(
    () => ({
      ...doing,
      outcomes,
      isAsking: workspace => asking.includes(uidOf(workspace)),
    }),
    [doing, outcomes, asking],
  );
}
