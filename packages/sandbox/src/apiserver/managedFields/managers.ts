import { JsonObject, JsonValue, ManagedFieldsEntry } from '../types';
import { FieldSet, fromFieldsV1, isEmpty, toFieldsV1 } from './fieldSet';

/** Who owns fields, and through what. */
export interface Manager {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  subresource?: string;
}

/** The fields of one manager. */
export interface ManagedSet {
  by: Manager;
  /** When the set changed last. */
  time?: string;
  fields: FieldSet;
}

/** Who owns what, by what tells one manager from another: not the time. */
export type Managers = Map<string, ManagedSet>;

/** The key of a manager. */
export function managerKey(by: Manager): string {
  return JSON.stringify([
    by.operation,
    by.manager,
    by.apiVersion,
    by.subresource ?? '',
  ]);
}

/** Reads `metadata.managedFields`. */
export function readManagers(entries: ManagedFieldsEntry[] = []): Managers {
  const managers: Managers = new Map();
  for (const entry of entries) {
    const by: Manager = {
      manager: entry.manager ?? '',
      operation: entry.operation === 'Apply' ? 'Apply' : 'Update',
      apiVersion: entry.apiVersion ?? '',
      ...(entry.subresource && { subresource: entry.subresource }),
    };
    const fields = fromFieldsV1(entry.fieldsV1 as JsonValue);
    managers.set(managerKey(by), { by, time: entry.time, fields });
  }
  return managers;
}

function compareEntries(a: ManagedFieldsEntry, b: ManagedFieldsEntry): number {
  for (const field of [
    'operation',
    'time',
    'manager',
    'apiVersion',
    'subresource',
  ] as const) {
    const [left, right] = [a[field] ?? '', b[field] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** Writes `metadata.managedFields`, in the order of kube-apiserver; undefined when nobody owns anything. */
export function writeManagers(
  managers: Managers,
): ManagedFieldsEntry[] | undefined {
  const entries = [...managers.values()]
    .filter(({ fields }) => !isEmpty(fields))
    .map(({ by, time, fields }): ManagedFieldsEntry => {
      const fieldsV1: JsonObject = toFieldsV1(fields);
      return {
        manager: by.manager,
        operation: by.operation,
        apiVersion: by.apiVersion,
        ...(time !== undefined && { time }),
        fieldsType: 'FieldsV1',
        fieldsV1,
        ...(by.subresource && { subresource: by.subresource }),
      };
    })
    .sort(compareEntries);
  return entries.length > 0 ? entries : undefined;
}
