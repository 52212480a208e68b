import { useEffect, useRef, useState } from 'react';
import { phaseOf } from '@butler-portal/plugin-butler-common';
import type {
  Workspace,
  WorkspacePhase,
} from '@butler-portal/plugin-butler-common';
import { useTranslation } from '../../hooks';

const MOST_NAMED = 3;

/** A sentence on the phases that have just changed, for a polite live region. */
export function usePhaseNews(workspaces: readonly Workspace[]): string {
  const { t } = useTranslation();
  const known = useRef(new Map<string, WorkspacePhase>());
  const [news, setNews] = useState('');
  useEffect(() => {
    const changed: Workspace[] = [];
    const phases = new Map<string, WorkspacePhase>();
    for (const workspace of workspaces) {
      const { uid = workspace.metadata.name } = workspace.metadata;
      const phase = phaseOf(workspace);
      const before = known.current.get(uid);
      if (before && before !== phase) changed.push(workspace);
      phases.set(uid, phase);
    }
    known.current = phases;
    if (changed.length === 0) return;
    setNews(
      changed.length > MOST_NAMED
        ? t('list.manyChanged', { count: changed.length })
        : changed
            .map(workspace =>
              t('list.phaseChanged', {
                name: workspace.metadata.name,
                phase: t(`components.phase.${phaseOf(workspace)}`),
              }),
            )
            .join('. '),
    );
  }, [workspaces, t]);
  return news;
}
