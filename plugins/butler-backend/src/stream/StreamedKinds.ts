import { SYSTEM_NAMESPACE } from '@butler-portal/plugin-butler-common';
import type {
  KubeObject,
  TenantCluster,
  Workspace,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import type { AccessControl } from '../access/AccessControl';
import {
  templateResource,
  workspaceResource,
} from '../access/policy/resources';
import type { ButlerCache, CachedKind } from '../cache/ButlerCache';
import type { Change } from '../cache/ObjectStore';
import { ClusterAnswers } from '../clusters/ClusterAnswers';
import { templateJson } from '../templates/serializeTemplate';
import { workspaceJson } from '../workspaces/serialize';
import { visibleWorkspaces } from '../workspaces/visible';
import type { LoggedEvent } from './EventLog';
import type { Reader } from './Reader';
import { eventBytes } from './sse';
import type { StreamFacts } from './streamFacts';

/** An event that has no number yet. */
export type NewEvent = Omit<LoggedEvent, 'sequence'>;

type Tell = (event: NewEvent) => void;

/** How the objects of one kind are told. */
interface Telling<T> {
  /** Undefined for an object that belongs to no team that gives access: nobody sees it. */
  factsOf(object: T): StreamFacts | undefined;
  jsonOf(object: T, facts: StreamFacts): Buffer;
}

// Streams had workspaces before they had other kinds: what has no kind is a workspace.
function goneBytes(
  { kind, metadata: { name, uid = '' } }: KubeObject,
  { kind: streamed, team }: StreamFacts,
): Buffer {
  const gone = { team, name, uid };
  return eventBytes(
    'delete',
    JSON.stringify(streamed === 'workspaces' ? gone : { kind, ...gone }),
  );
}

function toEvent<T extends KubeObject>(
  change: Change<T>,
  { factsOf, jsonOf }: Telling<T>,
): NewEvent | undefined {
  const { object } = change;
  const facts = factsOf(object);
  if (!facts) return undefined;
  const gone = goneBytes(object, facts);
  if (change.type === 'delete') return { before: facts, gone };
  return {
    after: facts,
    before: change.before && factsOf(change.before),
    upsert: eventBytes('upsert', jsonOf(object, facts)),
    gone,
  };
}

/** The kinds of the stream: their objects as JSON, and what becomes of them as events. */
export class StreamedKinds {
  readonly #clusterAnswers: ClusterAnswers;
  readonly #workspaces: Telling<Workspace>;
  readonly #templates: Telling<WorkspaceTemplate>;
  readonly #clusters: Telling<TenantCluster>;

  constructor(
    private readonly cache: ButlerCache,
    access: Pick<AccessControl, 'teamOf'>,
  ) {
    this.#clusterAnswers = new ClusterAnswers(cache);
    this.#workspaces = {
      factsOf: workspace => {
        const team = access.teamOf(workspace);
        return team === undefined
          ? undefined
          : { kind: 'workspaces', ...workspaceResource(workspace, team) };
      },
      jsonOf: (workspace, { team = '' }) => workspaceJson(workspace, team),
    };
    this.#templates = {
      factsOf: template => {
        const team = access.teamOf(template);
        return team === undefined &&
          template.metadata.namespace !== SYSTEM_NAMESPACE
          ? undefined
          : { kind: 'templates', ...templateResource(template, team) };
      },
      jsonOf: templateJson,
    };
    this.#clusters = {
      factsOf: cluster => {
        const team = access.teamOf(cluster);
        return team === undefined ? undefined : { kind: 'clusters', team };
      },
      jsonOf: cluster => this.#clusterAnswers.jsonOf(cluster),
    };
  }

  /** @returns a function that ends the subscription */
  subscribe(tell: Tell): () => void {
    const { workspaces, templates, clusters } = this.cache;
    const subscriptions = [
      this.#follow(workspaces, this.#workspaces, tell),
      // A cluster's quota changes with its workspaces.
      workspaces.subscribe(changes => {
        for (const object of this.#clusterAnswers.changedBy(changes)) {
          const change = { type: 'upsert', object, before: object } as const;
          const event = toEvent(change, this.#clusters);
          if (event) tell(event);
        }
      }),
      this.#follow(templates, this.#templates, tell),
      this.#follow(clusters, this.#clusters, tell),
    ];
    return () => subscriptions.forEach(unsubscribe => unsubscribe());
  }

  /** The JSON of everything that the reader may see, kind after kind. */
  snapshotFor(reader: Reader): Buffer[] {
    const { workspaces, templates, clusters } = this.cache;
    const { principal, views } = reader;
    const namespaces = principal.teams.map(({ namespace }) => namespace);
    const view = views.workspaces;
    return [
      ...(view
        ? visibleWorkspaces(workspaces.store, principal, view).map(
            ({ workspace, team }) => workspaceJson(workspace, team),
          )
        : []),
      ...(views.templates
        ? [SYSTEM_NAMESPACE, ...namespaces].flatMap(namespace =>
            this.#visible(reader, templates, this.#templates, namespace),
          )
        : []),
      ...(views.clusters
        ? namespaces.flatMap(namespace =>
            this.#visible(reader, clusters, this.#clusters, namespace),
          )
        : []),
    ];
  }

  #follow<T extends KubeObject>(
    kind: CachedKind<T>,
    telling: Telling<T>,
    tell: Tell,
  ): () => void {
    return kind.subscribe(changes => {
      for (const change of changes) {
        const event = toEvent(change, telling);
        if (event) tell(event);
      }
    });
  }

  #visible<T extends KubeObject>(
    reader: Reader,
    { store }: CachedKind<T>,
    { factsOf, jsonOf }: Telling<T>,
    namespace: string,
  ): Buffer[] {
    return store.list(namespace).flatMap(object => {
      const facts = factsOf(object);
      return facts && reader.sees(facts) ? [jsonOf(object, facts)] : [];
    });
  }
}
