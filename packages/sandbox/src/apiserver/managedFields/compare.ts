import { isDeepStrictEqual } from 'node:util';
import { JsonValue } from '../types';
import { Schema } from '../validation/schema';
import { emptySet, FieldSet } from './fieldSet';
import { isNamedField, mergingOf, Part, partsOf, schemaBelow } from './typed';

/** How a new value differs from an old one. */
export interface Comparison {
  added: FieldSet;
  modified: FieldSet;
  removed: FieldSet;
}

function hasParts(value: JsonValue | undefined): boolean {
  return (
    typeof value === 'object' && value !== null && Object.keys(value).length > 0
  );
}

function attach(set: FieldSet, step: string, child: FieldSet): void {
  if (child.member || child.children.size > 0) set.children.set(step, child);
}

/** Compares two values part by part (`TypedValue.Compare`). */
export function compareValues(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  schema: Schema | undefined,
): Comparison {
  const result: Comparison = {
    added: emptySet(),
    modified: emptySet(),
    removed: emptySet(),
  };
  if (before === undefined) result.added.member = after !== undefined;
  else if (after === undefined) result.removed.member = true;
  const merging = [before, after].map(value => mergingOf(value, schema));
  // Two that are both empty differ as a whole, if at all: null, {} and [] are not the same.
  const leaf =
    (!hasParts(before) && !hasParts(after)) ||
    (before !== undefined && after !== undefined && merging[0] !== merging[1]);
  if (leaf || merging.every(kind => kind === 'atomic')) {
    result.modified.member =
      before !== undefined &&
      after !== undefined &&
      !isDeepStrictEqual(before, after);
    if (!leaf) return result;
  }
  const old = new Map(partsOf(before, schema).map(part => [part.step, part]));
  const fresh = new Map(partsOf(after, schema).map(part => [part.step, part]));
  for (const step of new Set([...old.keys(), ...fresh.keys()])) {
    const child = compareValues(
      old.get(step)?.value,
      fresh.get(step)?.value,
      schemaBelow(step, schema),
    );
    attach(result.added, step, child.added);
    attach(result.modified, step, child.modified);
    attach(result.removed, step, child.removed);
  }
  return result;
}

function isOwnPart(part: Part, schema: Schema | undefined): boolean {
  return !isNamedField(part.step, schema) || !hasParts(part.value);
}

/**
 * The paths that a configuration names (`TypedValue.ToFieldSet`): leaves, items of lists and keys of maps, but not the
 * named fields that only lead to others.
 */
export function fieldsOf(
  value: JsonValue | undefined,
  schema: Schema | undefined,
): FieldSet {
  const set = emptySet();
  if (mergingOf(value, schema) === 'atomic') {
    set.member = true;
    return set;
  }
  for (const part of partsOf(value, schema)) {
    const child = fieldsOf(part.value, part.schema);
    if (isOwnPart(part, schema)) child.member = true;
    attach(set, part.step, child);
  }
  return set;
}

/** Makes the named fields on the way to a path members, too (`EnsureNamedFieldsAreMembers`). */
export function withNamedFields(
  set: FieldSet,
  schema: Schema | undefined,
): FieldSet {
  const children = new Map<string, FieldSet>();
  for (const [step, child] of set.children) {
    const below = withNamedFields(child, schemaBelow(step, schema));
    children.set(step, {
      ...below,
      member: below.member || isNamedField(step, schema),
    });
  }
  return { member: set.member, children };
}
