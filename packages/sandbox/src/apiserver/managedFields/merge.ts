import { JsonObject, JsonValue } from '../types';
import { Schema } from '../validation/schema';
import { FieldSet } from './fieldSet';
import { itemStep, mergingOf, partsOf, schemaBelow } from './typed';

/**
 * Merges two associative lists: what both have comes in the configuration's order, and what only the live list has stays
 * between the neighbours that it had (`mergingWalker.visitListItems`).
 */
function mergeLists(
  live: JsonValue[],
  config: JsonValue[],
  schema: Schema,
): JsonValue[] {
  const liveSteps = live.map(item => itemStep(item, schema));
  const configSteps = config.map(item => itemStep(item, schema));
  const liveItems = new Map(live.map((item, i) => [liveSteps[i], item]));
  const inConfig = new Set(configSteps);
  const shared = configSteps.filter(step => liveItems.has(step));
  const done = new Set<string>();
  const merged: JsonValue[] = [];
  let l = 0;
  let c = 0;
  const takeConfigured = () => {
    const step = configSteps[c];
    merged.push(mergeValues(liveItems.get(step), config[c], schema.items));
    done.add(step);
    if (shared[0] === step) shared.shift();
    c += 1;
  };
  while (l < live.length || c < config.length) {
    const step = liveSteps[l];
    const bothLeft = l < live.length && c < config.length;
    if (bothLeft && step === configSteps[c]) {
      takeConfigured();
      l += 1;
    } else if (l < live.length && !inConfig.has(step)) {
      merged.push(live[l]);
      l += 1;
    } else if (
      l < live.length &&
      (done.has(step) || (bothLeft && shared.length > 0 && shared[0] !== step))
    ) {
      l += 1;
    } else {
      takeConfigured();
    }
  }
  return merged;
}

/** Lays a configuration over a live value (`TypedValue.Merge`). */
export function mergeValues(
  live: JsonValue | undefined,
  config: JsonValue,
  schema: Schema | undefined,
): JsonValue {
  const merging = mergingOf(config, schema);
  if (merging === 'atomic' || mergingOf(live, schema) !== merging) {
    return config;
  }
  if (merging === 'list') {
    return mergeLists(live as JsonValue[], config as JsonValue[], schema ?? {});
  }
  const merged: JsonObject = { ...(live as JsonObject) };
  for (const [field, value] of Object.entries(config as JsonObject)) {
    merged[field] = mergeValues(
      merged[field],
      value ?? null,
      schemaBelow(`f:${field}`, schema),
    );
  }
  return merged;
}

/** Takes the parts away that a set names (`TypedValue.RemoveItems`). */
export function removeParts(
  value: JsonValue,
  set: FieldSet,
  schema: Schema | undefined,
): JsonValue {
  const kept = partsOf(value, schema).filter(
    part => !set.children.get(part.step)?.member,
  );
  const reduced = kept.map(part => {
    const below = set.children.get(part.step);
    return below ? removeParts(part.value, below, part.schema) : part.value;
  });
  switch (mergingOf(value, schema)) {
    case 'list':
      return reduced;
    case 'map':
      return Object.fromEntries(
        kept.map((part, index) => [part.step.slice(2), reduced[index]]),
      );
    default:
      return value;
  }
}
