import { JsonValue, KubeObject } from '../types';
import { Schema } from '../validation/schema';
import { NameRule } from '../validation/validateMetadata';
import { Subresource } from './subresource';

/** A column of `kubectl get`, as in `additionalPrinterColumns`. */
export interface PrinterColumn {
  name: string;
  type: string;
  jsonPath: string;
  format?: string;
  description?: string;
  priority?: number;
  /** Of built-in kinds whose cells are more than one field: the cell, instead of what the path leads to. */
  value?: (object: KubeObject) => JsonValue | undefined;
}

/** What the API server knows about a resource. */
export interface ResourceDefinition {
  group: string;
  version: string;
  plural: string;
  singular: string;
  kind: string;
  listKind: string;
  shortNames: string[];
  categories: string[];
  namespaced: boolean;
  hasStatus: boolean;
  /** Subresources with handlers of their own, by their names. */
  subresources?: Record<string, Subresource>;
  nameRule: NameRule;
  /** Without a schema nothing is pruned, defaulted or validated but metadata. */
  schema?: Schema;
  columns: PrinterColumn[];
  /** What field selectors may name besides `metadata.name` and `metadata.namespace`: paths such as `status.phase`. */
  selectableFields?: string[];
  /** Kinds that kubectl knows at compile time: they have no generation here and take strategic merge patches. */
  builtIn: boolean;
  /** What the server itself adds to an object before it is validated. */
  prepare?: (object: KubeObject, previous?: KubeObject) => KubeObject;
  /** Of resources that are not stored but made at each reading (metrics): they can be read only, and not be watched. */
  computed?: (namespace?: string) => KubeObject[];
  /** Refuses a new object for reasons beyond its own content, such as a quota, by throwing an ApiError. */
  admit?: (object: KubeObject) => void;
  /** Of kinds that somebody else brings to their end (pods): how long that may take when the client does not say. */
  graceSeconds?: (object: KubeObject) => number;
}

/** The key of a resource in the store: `workspaces.butler.butlerlabs.dev`. */
export function resourceId(definition: {
  group: string;
  plural: string;
}): string {
  return `${definition.plural}.${definition.group}`;
}

/** `butler.butlerlabs.dev/v1alpha1`, or `v1` for the core group. */
export function apiVersionOf(definition: {
  group: string;
  version: string;
}): string {
  return definition.group
    ? `${definition.group}/${definition.version}`
    : definition.version;
}
