import { InputError } from '@backstage/errors';
import { phaseOf, sameEmail } from '@butler-portal/plugin-butler-common';
import type {
  ListWorkspacesQuery,
  Principal,
} from '@butler-portal/plugin-butler-common';
import { z } from 'zod';
import type { PlacedWorkspace } from './visible';

/** A page of a list. */
export interface WorkspacePage {
  items: PlacedWorkspace[];
  /** Before paging, after filtering. */
  totalItems: number;
  nextCursor?: string;
}

/** What a row is sorted by; the rest makes the order total, so that a cursor names one place in it. */
type SortKey = [by: string, name: string, team: string];

type Sort = NonNullable<ListWorkspacesQuery['sort']>;

const cursorSchema = z.tuple([
  z.enum(['name', '-name', 'created', '-created']),
  z.string(),
  z.string(),
  z.string(),
]);

function matches(
  { workspace, team }: PlacedWorkspace,
  query: ListWorkspacesQuery,
  principal: Principal,
): boolean {
  const { metadata, spec } = workspace;
  const q = query.q?.trim().toLowerCase();
  const texts = [metadata.name, spec.image, spec.clusterRef.name, spec.owner];
  return (
    (query.team === undefined || query.team === team) &&
    (query.cluster === undefined || query.cluster === spec.clusterRef.name) &&
    (query.owner === undefined || sameEmail(query.owner, spec.owner)) &&
    (query.phase === undefined || query.phase === phaseOf(workspace)) &&
    (query.mine !== 'true' || sameEmail(principal.email, spec.owner)) &&
    (!q || texts.some(text => text.toLowerCase().includes(q)))
  );
}

function keyOf({ workspace, team }: PlacedWorkspace, sort: Sort): SortKey {
  const { name, creationTimestamp = '' } = workspace.metadata;
  return [sort.endsWith('created') ? creationTimestamp : name, name, team];
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function compare(one: SortKey, other: SortKey, sort: Sort): number {
  const by = compareText(one[0], other[0]);
  if (by !== 0) return sort.startsWith('-') ? -by : by;
  return compareText(one[1], other[1]) || compareText(one[2], other[2]);
}

function writeCursor(sort: Sort, key: SortKey): string {
  return Buffer.from(JSON.stringify([sort, ...key])).toString('base64url');
}

function readCursor(cursor: string, sort: Sort): SortKey {
  const text = Buffer.from(cursor, 'base64url').toString();
  const json = z
    .string()
    .transform((value, context) => {
      try {
        return JSON.parse(value) as unknown;
      } catch {
        // No JSON is as much a wrong cursor as a wrong tuple.
        context.addIssue('no JSON');
        return z.NEVER;
      }
    })
    .pipe(cursorSchema)
    .safeParse(text);
  if (!json.success || json.data[0] !== sort) {
    throw new InputError(
      'The cursor is none that this list has given for this order. Begin again without it.',
    );
  }
  const [, ...key] = json.data;
  return key;
}

/** Filters, sorts and pages what the person may see. */
export function listWorkspaces(
  visible: PlacedWorkspace[],
  query: ListWorkspacesQuery,
  principal: Principal,
): WorkspacePage {
  const sort = query.sort ?? 'name';
  const after = query.cursor ? readCursor(query.cursor, sort) : undefined;
  const rows = visible
    .filter(placed => matches(placed, query, principal))
    .map(placed => ({ placed, key: keyOf(placed, sort) }))
    .sort((one, other) => compare(one.key, other.key, sort));
  const rest = after
    ? rows.filter(({ key }) => compare(key, after, sort) > 0)
    : rows;
  const page = query.limit ? rest.slice(0, query.limit) : rest;
  const last = page.at(-1);
  return {
    items: page.map(({ placed }) => placed),
    totalItems: rows.length,
    nextCursor:
      last && page.length < rest.length
        ? writeCursor(sort, last.key)
        : undefined,
  };
}
