import { KubeObject, ManagedFieldsEntry } from '../types';
import { difference, emptySet, isEmpty, union } from './fieldSet';
import {
  compareOwnable,
  ManagedWrite,
  managerOf,
  withoutManagedFields,
} from './managedWrite';
import { managerKey, Managers, readManagers, writeManagers } from './managers';

/** One empty entry is how a client gives up the whole record. */
function isReset(entries: ManagedFieldsEntry[] | undefined): boolean {
  return entries?.length === 1 && Object.keys(entries[0]).length === 0;
}

function managersFor(
  live: KubeObject | undefined,
  next: KubeObject,
  { subresource }: ManagedWrite,
): Managers {
  const given = next.metadata.managedFields;
  const previous = readManagers(live?.metadata.managedFields);
  if (subresource) return previous;
  if (isReset(given)) return new Map();
  return given?.length ? readManagers(given) : previous;
}

/**
 * Who owns what after an update: what it changed is the manager's, and nobody else's any more
 * (`merge.Updater.Update`).
 */
export function trackUpdate(
  live: KubeObject | undefined,
  next: KubeObject,
  write: ManagedWrite,
): ManagedFieldsEntry[] | undefined {
  const managers = managersFor(live, next, write);
  const { added, modified, removed } = compareOwnable(
    live ? withoutManagedFields(live) : {},
    withoutManagedFields(next),
    write,
  );
  const taken = union(added, modified);
  const lost = union(taken, removed);
  for (const owner of managers.values()) {
    owner.fields = difference(owner.fields, lost);
  }
  if (!isEmpty(taken)) {
    const by = managerOf(write, 'Update');
    const own = managers.get(managerKey(by))?.fields ?? emptySet();
    managers.set(managerKey(by), {
      by,
      time: write.now,
      fields: union(own, taken),
    });
  }
  return writeManagers(managers);
}
