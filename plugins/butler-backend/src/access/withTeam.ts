import { TEAM_LABEL } from '@butler-portal/plugin-butler-common';
import type { Workspace } from '@butler-portal/plugin-butler-common';

/** The workspace with the label of the team that its namespace belongs to, whatever label it had. */
export function withTeam(workspace: Workspace, team: string): Workspace {
  const { metadata } = workspace;
  if (metadata.labels?.[TEAM_LABEL] === team) return workspace;
  const labels = { ...metadata.labels, [TEAM_LABEL]: team };
  return { ...workspace, metadata: { ...metadata, labels } };
}
