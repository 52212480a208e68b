import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  KubeObject,
  Team,
  TenantCluster,
  User,
  Workspace,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import { TryAgainLaterError } from '../errors';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import {
  placesOf,
  TEAMS,
  TENANT_CLUSTERS,
  USERS,
  WORKSPACE_TEMPLATES,
  WORKSPACES,
} from '../kubernetes/resourceTypes';
import type { ResourceType } from '../kubernetes/resourceTypes';
import { Freshness } from './Freshness';
import { ObjectStore } from './ObjectStore';
import type { Change, StoreScope } from './ObjectStore';
import type { Indexer } from './ObjectIndex';
import { DEFAULT_TIMES, Reflector } from './Reflector';
import type { ReflectorTimes } from './Reflector';
import { resourceSource } from './ResourceSource';
import { slim } from './slim';
import { WORKSPACE_INDEXERS } from './workspaceIndexes';

const RETRY_SECONDS = 2;

/** How the cache follows the cluster. */
export interface ButlerCacheOptions {
  /** Where to look for namespaced kinds; everywhere when left out. */
  namespaces?: readonly string[];
  times?: ReflectorTimes;
}

/** A kind as others use it: its objects, and what happens to them. */
export class CachedKind<T extends KubeObject> {
  readonly #listeners = new Set<(changes: Change<T>[]) => void>();

  constructor(readonly store: ObjectStore<T>) {}

  /** @returns a function that ends the subscription */
  subscribe(listener: (changes: Change<T>[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(changes: Change<T>[]): void {
    if (changes.length === 0) return;
    for (const listener of this.#listeners) listener(changes);
  }

  /** Shows the answer to a write to readers before the watch tells it. */
  fold(object: T): void {
    this.emit(this.store.fold(slim(object)));
  }
}

/** What the Portal knows of the management cluster: one list+watch a kind, held in memory. */
export class ButlerCache {
  readonly freshness = new Freshness();
  readonly #reflectors: {
    kind: string;
    reflector: { start(): void; stop(): Promise<void>; readonly heard?: Date };
  }[] = [];
  readonly #scopes: { readonly resourceVersion: string | undefined }[] = [];
  readonly teams: CachedKind<Team>;
  readonly users: CachedKind<User>;
  readonly clusters: CachedKind<TenantCluster>;
  readonly templates: CachedKind<WorkspaceTemplate>;
  readonly workspaces: CachedKind<Workspace>;
  readonly #times: ReflectorTimes;

  constructor(
    private readonly client: KubernetesClient,
    private readonly logger: LoggerService,
    { namespaces, times = DEFAULT_TIMES }: ButlerCacheOptions = {},
  ) {
    this.#times = times;
    this.teams = this.#follow<Team>(TEAMS);
    this.users = this.#follow<User>(USERS);
    this.clusters = this.#follow<TenantCluster>(TENANT_CLUSTERS, namespaces);
    this.templates = this.#follow<WorkspaceTemplate>(
      WORKSPACE_TEMPLATES,
      namespaces,
    );
    this.workspaces = this.#follow<Workspace>(
      WORKSPACES,
      namespaces,
      WORKSPACE_INDEXERS,
    );
  }

  start(): void {
    for (const { reflector } of this.#reflectors) reflector.start();
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.#reflectors.map(({ reflector }) => reflector.stop()),
    );
  }

  /**
   * When each kind, by its plural name, was last heard of; of several namespaces the one that has been silent for
   * longest. A kind that has never been listed is left out.
   */
  lastHeard(): Map<string, Date> {
    const heard = new Map<string, Date>();
    for (const { kind, reflector } of this.#reflectors) {
      const known = heard.get(kind);
      if (reflector.heard && !(known && known < reflector.heard)) {
        heard.set(kind, reflector.heard);
      }
    }
    return heard;
  }

  /** Whether every kind has been listed once. */
  get synced(): boolean {
    return this.#scopes.every(scope => scope.resourceVersion !== undefined);
  }

  /** Throws a 503 while what is known is not the whole. */
  assertSynced(): void {
    if (this.synced) return;
    throw new TryAgainLaterError(
      'The Portal has not read the management cluster yet. Try again in a moment; if this stays, ask whoever runs the Portal.',
      RETRY_SECONDS,
    );
  }

  #follow<T extends KubeObject>(
    type: ResourceType,
    namespaces?: readonly string[],
    indexers: Record<string, Indexer<T>> = {},
  ): CachedKind<T> {
    const store = new ObjectStore<T>(indexers);
    const kind = new CachedKind(store);
    for (const namespace of placesOf(type, namespaces)) {
      this.#reflect(type, namespace, kind, store.scope(namespace));
    }
    return kind;
  }

  #reflect<T extends KubeObject>(
    type: ResourceType,
    namespace: string | undefined,
    kind: CachedKind<T>,
    scope: StoreScope<T>,
  ): void {
    const what = namespace ? `${type.plural} in ${namespace}` : type.plural;
    this.freshness.set(what, false, new Date());
    const reflector = new Reflector(
      resourceSource<T>(this.client, type, namespace),
      scope,
      {
        onChanges: changes => kind.emit(changes),
        onFollowing: (following, since) =>
          this.freshness.set(what, following, since),
        onFailure: (error, { step, failures, delayMs }) =>
          this.logger.warn(
            `Cannot ${step} ${what}: ${error}; failure ${failures}, next try in ${delayMs} ms`,
          ),
      },
      this.#times,
    );
    this.#reflectors.push({ kind: type.plural, reflector });
    this.#scopes.push(scope);
  }
}
