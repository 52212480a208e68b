import { teamOf } from '@butler-portal/plugin-butler-common';
import type {
  Me,
  Workspace,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import { specValuesOf } from '../../../components/specForm';
import { writableTeams } from '../place';
import { EMPTY_TEMPLATE, templateValuesOf } from './values';
import type { TemplateValues } from './values';

/** What a new template can start from. */
export interface TemplateSources {
  /** The team that a link asks for. */
  team?: string | null;
  /** Another template, to be duplicated. */
  template?: WorkspaceTemplate;
  /** A workspace, to be saved as a template. */
  workspace?: Workspace;
}

/** The workspace of `team/name`, if the person may see it. */
export function workspaceOf(
  workspaces: readonly Workspace[],
  id: string | null,
): Workspace | undefined {
  return workspaces.find(
    item => `${teamOf(item)}/${item.metadata.name}` === id,
  );
}

/** What stands in the form of a new template at first. */
export function startOf(
  me: Me,
  { team, template, workspace }: TemplateSources,
): TemplateValues {
  const writable = writableTeams(me);
  const wanted = team ?? (workspace && teamOf(workspace));
  const place = writable.includes(wanted ?? undefined)
    ? wanted ?? undefined
    : writable[0];
  const start = { ...EMPTY_TEMPLATE, team: place ?? '' };
  if (template) {
    const name = `${template.metadata.name}-copy`;
    return { ...start, ...templateValuesOf(template.spec), name };
  }
  if (!workspace) return start;
  return {
    ...start,
    ...specValuesOf(workspace.spec),
    name: workspace.metadata.name,
    displayName: workspace.metadata.name,
  };
}
