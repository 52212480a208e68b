import { JsonValue, KubeObject, ObjectKey } from '../types';

/** The objects of a resource, as a journal gives them back. */
export interface RestoredResource {
  resource: string;
  objects: KubeObject[];
  /** The version of the resource's last change: a watch that has come so far has missed nothing. */
  changed: number;
}

/**
 * Where an API server's state outlives its process. A call returns when what it says can't be lost any more by the death
 * of the process, so that nobody is told of a change that is forgotten later.
 */
export interface Journal {
  /** What was there at the start, and the highest version that anybody may have been told. */
  restore(): { revision: number; resources: RestoredResource[] };
  /** Keeps an object under its version. */
  write(resource: string, object: KubeObject): void;
  /** Keeps that an object was removed, and under which version. */
  erase(resource: string, key: ObjectKey, revision: number): void;
  /** Keeps that a version was spent without a change. */
  spend(revision: number): void;
  /** What was kept under a name besides objects: certificates, tokens, ports. */
  recall<T extends JsonValue>(name: string): T | undefined;
  remember(name: string, value: JsonValue): void;
}

/** What a journal has under a name, or, at first and without a journal, what is made now. */
export async function keep<T>(
  journal: Journal | undefined,
  name: string,
  make: () => T | Promise<T>,
): Promise<T> {
  const known = journal?.recall(name);
  if (known !== undefined) return known as T;
  const made = await make();
  journal?.remember(name, made as JsonValue);
  return made;
}
