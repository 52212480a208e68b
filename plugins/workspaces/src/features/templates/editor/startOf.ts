import { teamOf } from '@butler-portal/plugin-butler-common';
import type {
  Me,
  Workspace,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import { specValuesOf } from '../../../components/specForm';
import { placeOf, writableTeams } from '../place';
import { EMPTY_TEMPLATE, templateValuesOf } from './values';
import { nameOfTitle } from './useProposedName';
import type { TemplateValues } from './values';

/** What a new template can start from. */
export interface TemplateSources {
  /** The team that a link asks for. */
  team?: string | null;
  /** Another template, to be duplicated. */
  template?: WorkspaceTemplate;
  /** A workspace, to be saved as a template. */
  workspace?: Workspace;
  /** What the copy of a template is called. */
  copyOf(title: string): string;
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

function keyOf({ metadata: { namespace = '', name } }: WorkspaceTemplate) {
  return { namespace, name };
}

/** What stands in the form of a new template at first. */
export function startOf(
  me: Me,
  { team, template, workspace, copyOf }: TemplateSources,
): TemplateValues {
  const writable = writableTeams(me);
  const wanted =
    (template && placeOf(me, keyOf(template))?.team) ??
    (workspace && teamOf(workspace)) ??
    team ??
    undefined;
  const place = writable.includes(wanted) ? wanted : writable[0];
  const start = { ...EMPTY_TEMPLATE, team: place ?? '' };
  if (template) {
    const values = templateValuesOf(template.spec);
    // Two templates of one title could not be told apart; the name follows from it.
    const displayName = copyOf(values.displayName);
    return { ...start, ...values, displayName, name: nameOfTitle(displayName) };
  }
  if (!workspace) return start;
  return {
    ...start,
    ...specValuesOf(workspace.spec),
    name: workspace.metadata.name,
    displayName: workspace.metadata.name,
  };
}
