import { KubeObject } from '../types';

/** What a write may be asked for besides the object. */
export interface WriteOptions {
  dryRun?: boolean;
  fieldValidation?: 'Ignore' | 'Warn' | 'Strict';
  /** Who writes, for `metadata.managedFields`; without a name nothing is recorded. */
  fieldManager?: string;
  /** The paths of keys that stood more than once in what the client sent. */
  duplicates?: string[];
  /** Receives a text for the `Warning` header. */
  warn?: (text: string) => void;
  /** Refuses a write for reasons that depend on who writes, by throwing an ApiError. */
  admit?: (next: KubeObject, current: KubeObject | undefined) => void;
}

/** Options of a creation. */
export interface CreateOptions extends UpdateOptions {
  /** Keeps what only the server may set: for objects that are loaded, not made by a client. */
  asGiven?: boolean;
}

/** Options of an update. */
export interface UpdateOptions extends WriteOptions {
  subresource?: 'status';
  /** A patch carries its own uid and version; a PUT's are preconditions. */
  isPatch?: boolean;
}

/** Options of a server-side apply. */
export interface ApplyOptions extends UpdateOptions {
  fieldManager: string;
  /** Takes fields from those who own them. */
  force: boolean;
}

/** What becomes of the objects that an object owns. */
export type PropagationPolicy = 'Background' | 'Foreground' | 'Orphan';

/** The parts of `DeleteOptions` that the sandbox honours. */
export interface DeleteOptions {
  dryRun?: boolean;
  preconditions?: { uid?: string; resourceVersion?: string };
  /** How long the object may take to end itself, where its kind does; 0 removes it at once. */
  gracePeriodSeconds?: number;
  /** When left out, finalizers that the object has already decide. */
  propagationPolicy?: PropagationPolicy;
}
