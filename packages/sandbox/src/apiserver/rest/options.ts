/** What a write may be asked for besides the object. */
export interface WriteOptions {
  dryRun?: boolean;
  fieldValidation?: 'Ignore' | 'Warn' | 'Strict';
  /** Receives a text for the `Warning` header. */
  warn?: (text: string) => void;
}

/** Options of a creation. */
export interface CreateOptions extends WriteOptions {
  /** Keeps what only the server may set: for objects that are loaded, not made by a client. */
  asGiven?: boolean;
}

/** Options of an update. */
export interface UpdateOptions extends WriteOptions {
  subresource?: 'status';
  /** A patch carries its own uid and version; a PUT's are preconditions. */
  isPatch?: boolean;
}

/** The parts of `DeleteOptions` that the sandbox honours. */
export interface DeleteOptions {
  dryRun?: boolean;
  preconditions?: { uid?: string; resourceVersion?: string };
}
