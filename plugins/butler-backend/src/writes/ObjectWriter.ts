import type { KubeObject } from '@butler-portal/plugin-butler-common';
import type { Caller } from '../access/Caller';
import type { CachedKind } from '../cache/ButlerCache';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import { MERGE_PATCH } from '../kubernetes/mediaTypes';
import { collectionPath, objectPath } from '../kubernetes/paths';
import type { ObjectKey } from '../kubernetes/paths';
import type { ResourceType } from '../kubernetes/resourceTypes';

/** How a write is done. */
export interface WriteOptions {
  /** Asks the API server for all its checks, and has it write nothing. */
  dryRun?: boolean;
}

/** A JSON merge patch of an object (RFC 7396). */
export interface ObjectPatch {
  metadata?: {
    /** Of the object that was read: the API server refuses the patch of a newer one. */
    resourceVersion?: string;
    annotations?: Record<string, string | null>;
  };
  spec?: object;
}

function keyOf({ metadata: { name, namespace } }: KubeObject): ObjectKey {
  return { name, namespace };
}

function toQuery({ dryRun }: WriteOptions) {
  return dryRun ? { dryRun: 'All' } : undefined;
}

/**
 * Writes objects of one kind to the API server as the person who asks, and shows the answers to
 * readers at once.
 */
export class ObjectWriter<T extends KubeObject> {
  constructor(
    private readonly client: KubernetesClient,
    private readonly type: ResourceType,
    private readonly cached: CachedKind<T>,
    private readonly impersonation: boolean,
  ) {}

  async create(
    caller: Caller,
    object: T,
    options: WriteOptions = {},
  ): Promise<T> {
    const created = await this.client.request<T>({
      method: 'POST',
      path: collectionPath(this.type, object.metadata.namespace),
      query: toQuery(options),
      body: object,
      as: this.#as(caller),
    });
    return this.#show(created, options);
  }

  /** As the API server has it now; when that is newer than the cache, readers see it from now on. */
  async read(caller: Caller, object: T): Promise<T> {
    const present = await this.client.request<T>({
      method: 'GET',
      path: objectPath(this.type, keyOf(object)),
      as: this.#as(caller),
    });
    return this.#show(present, {});
  }

  /**
   * Patches just the named fields, so that two writers at once cannot lose one another's. The uid in
   * the patch makes the API server refuse when the name is another object's by now, about which
   * nobody has asked whether the person may write it.
   */
  async patch(
    caller: Caller,
    object: T,
    patch: ObjectPatch,
    options: WriteOptions = {},
  ): Promise<T> {
    const { uid } = object.metadata;
    const patched = await this.client.request<T>({
      method: 'PATCH',
      path: objectPath(this.type, keyOf(object)),
      query: toQuery(options),
      contentType: MERGE_PATCH,
      body: { ...patch, metadata: { ...patch.metadata, uid } },
      // The version is another one after the first time.
      repeatable: patch.metadata?.resourceVersion === undefined,
      as: this.#as(caller),
    });
    return this.#show(patched, options);
  }

  /** Deletes this object and no namesake that was created since. */
  async delete(
    caller: Caller,
    object: T,
    options: WriteOptions = {},
  ): Promise<void> {
    const { uid } = object.metadata;
    const answer = await this.client.request<KubeObject>({
      method: 'DELETE',
      path: objectPath(this.type, keyOf(object)),
      query: toQuery(options),
      body: {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        preconditions: { uid },
      },
      repeatable: true,
      as: this.#as(caller),
    });
    // Held by its finalizer it is answered as it is now; gone at once, the watch tells it.
    if (answer.kind === object.kind && answer.metadata.finalizers?.length) {
      this.#show(answer as T, options);
    }
  }

  #show(object: T, { dryRun }: WriteOptions): T {
    if (!dryRun) this.cached.fold(object);
    return object;
  }

  #as(caller: Caller) {
    return this.impersonation ? caller.impersonated : undefined;
  }
}
