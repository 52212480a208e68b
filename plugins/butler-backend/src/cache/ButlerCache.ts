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
  TEAMS,
  TENANT_CLUSTERS,
  USERS,
  WORKSPACE_TEMPLATES,
  WORKSPACES,
} from '../kubernetes/resourceTypes';
import type { ResourceType } from '../kubernetes/resourceTypes';
import { Freshness } from './Freshness';
import { ObjectStore } from './ObjectStore';
import type { Change } from './ObjectStore';
import { DEFAULT_TIMES, Reflector } from './Reflector';
import type { ReflectorTimes } from './Reflector';
import { resourceSource } from './ResourceSource';
import { slim } from './slim';

const KINDS: ResourceType[] = [
  TEAMS,
  USERS,
  TENANT_CLUSTERS,
  WORKSPACE_TEMPLATES,
  WORKSPACES,
];
const RETRY_SECONDS = 2;

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
  readonly freshness = new Freshness(
    KINDS.map(({ plural }) => plural),
    new Date(),
  );
  readonly #reflectors: { start(): void; stop(): Promise<void> }[] = [];
  readonly #stores: { readonly resourceVersion?: string }[] = [];
  readonly teams: CachedKind<Team>;
  readonly users: CachedKind<User>;
  readonly clusters: CachedKind<TenantCluster>;
  readonly templates: CachedKind<WorkspaceTemplate>;
  readonly workspaces: CachedKind<Workspace>;

  constructor(
    private readonly client: KubernetesClient,
    private readonly logger: LoggerService,
    private readonly times: ReflectorTimes = DEFAULT_TIMES,
  ) {
    this.teams = this.#follow<Team>(TEAMS);
    this.users = this.#follow<User>(USERS);
    this.clusters = this.#follow<TenantCluster>(TENANT_CLUSTERS);
    this.templates = this.#follow<WorkspaceTemplate>(WORKSPACE_TEMPLATES);
    this.workspaces = this.#follow<Workspace>(WORKSPACES);
  }

  start(): void {
    for (const reflector of this.#reflectors) reflector.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#reflectors.map(reflector => reflector.stop()));
  }

  /** Whether every kind has been listed once. */
  get synced(): boolean {
    return this.#stores.every(store => store.resourceVersion !== undefined);
  }

  /** Throws a 503 while what is known is not the whole. */
  assertSynced(): void {
    if (this.synced) return;
    throw new TryAgainLaterError(
      'The Portal has not read the management cluster yet. Try again in a moment; if this stays, ask whoever runs the Portal.',
      RETRY_SECONDS,
    );
  }

  #follow<T extends KubeObject>(type: ResourceType): CachedKind<T> {
    const store = new ObjectStore<T>();
    const kind = new CachedKind(store);
    const { plural } = type;
    const reflector = new Reflector(
      resourceSource<T>(this.client, type),
      store,
      {
        onChanges: changes => kind.emit(changes),
        onFollowing: (following, since) =>
          this.freshness.set(plural, following, since),
        onFailure: (error, { step, failures, delayMs }) =>
          this.logger.warn(
            `Cannot ${step} ${plural}: ${error}; failure ${failures}, next try in ${delayMs} ms`,
          ),
      },
      this.times,
    );
    this.#reflectors.push(reflector);
    this.#stores.push(store);
    return kind;
  }
}
