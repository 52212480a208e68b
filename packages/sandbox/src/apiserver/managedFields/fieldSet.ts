import { isObject, JsonObject, JsonValue } from '../types';

/**
 * A set of field paths, as `metadata.managedFields[].fieldsV1` holds it: a tree whose edges are path elements (`f:name`,
 * `k:{"type":"Ready"}`, `v:"x"`). The operations follow structured-merge-diff's `fieldpath.Set`.
 */
export interface FieldSet {
  /** Whether the path that ends here is in the set. */
  member: boolean;
  children: Map<string, FieldSet>;
}

/** The set without paths. */
export function emptySet(): FieldSet {
  return { member: false, children: new Map() };
}

/** Whether no path is in the set. */
export function isEmpty(set: FieldSet): boolean {
  return !set.member && [...set.children.values()].every(isEmpty);
}

function combine(
  a: FieldSet | undefined,
  b: FieldSet | undefined,
  keep: (inA: boolean, inB: boolean) => boolean,
): FieldSet {
  const children = new Map<string, FieldSet>();
  const steps = [...(a?.children.keys() ?? []), ...(b?.children.keys() ?? [])];
  for (const step of new Set(steps)) {
    const child = combine(a?.children.get(step), b?.children.get(step), keep);
    if (!isEmpty(child)) children.set(step, child);
  }
  return { member: keep(a?.member ?? false, b?.member ?? false), children };
}

/** The paths of either set. */
export function union(a: FieldSet, b: FieldSet): FieldSet {
  return combine(a, b, (inA, inB) => inA || inB);
}

/** The paths of both sets. */
export function intersection(a: FieldSet, b: FieldSet): FieldSet {
  return combine(a, b, (inA, inB) => inA && inB);
}

/** The paths of the first set that are not in the second; what is below a path stays. */
export function difference(a: FieldSet, b: FieldSet): FieldSet {
  return combine(a, b, (inA, inB) => inA && !inB);
}

/** Takes whole branches away: a path in `branches` and all below it. */
export function withoutBranches(set: FieldSet, branches: FieldSet): FieldSet {
  const children = new Map<string, FieldSet>();
  for (const [step, child] of set.children) {
    const branch = branches.children.get(step);
    if (branch?.member) continue;
    const kept = branch ? withoutBranches(child, branch) : child;
    if (!isEmpty(kept)) children.set(step, kept);
  }
  return { member: set.member, children };
}

/** The set of the given paths of named fields. */
export function fieldSetOf(...paths: string[][]): FieldSet {
  const root = emptySet();
  for (const path of paths) {
    let node = root;
    for (const field of path) {
      const step = `f:${field}`;
      const child = node.children.get(step) ?? emptySet();
      node.children.set(step, child);
      node = child;
    }
    node.member = true;
  }
  return root;
}

/** The set as `fieldsV1`. */
export function toFieldsV1({ member, children }: FieldSet): JsonObject {
  const entries = [...children].map(([step, child]): [string, JsonObject] => [
    step,
    toFieldsV1(child),
  ]);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...(member && entries.length > 0 && { '.': {} }),
    ...Object.fromEntries(entries),
  };
}

/** Reads `fieldsV1`. */
export function fromFieldsV1(
  fields: JsonValue | undefined,
  root = true,
): FieldSet {
  const set = emptySet();
  if (!isObject(fields)) return set;
  for (const [step, child] of Object.entries(fields)) {
    if (step !== '.') set.children.set(step, fromFieldsV1(child, false));
  }
  set.member = !root && ('.' in fields || set.children.size === 0);
  return set;
}

function stepText(step: string): string {
  const rest = step.slice(2);
  if (step.startsWith('f:')) return `.${rest}`;
  if (step.startsWith('v:')) return `[=${rest}]`;
  if (step.startsWith('i:')) return `[${rest}]`;
  const keys = Object.entries(JSON.parse(rest) as JsonObject);
  return `[${keys
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join(',')}]`;
}

/** The paths of a set as messages show them: `.status.conditions[type="Ready"].status`. */
export function pathsOf(set: FieldSet, prefix = ''): string[] {
  return [
    ...(set.member ? [prefix] : []),
    ...[...set.children]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([step, child]) => pathsOf(child, prefix + stepText(step))),
  ];
}
