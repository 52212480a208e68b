import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { aResource } from '../apiserver/__testUtils__/definitions';
import { resourceId } from '../apiserver/registry/resourceDefinition';
import { selection } from '../apiserver/selectors/selection';
import { Store } from '../apiserver/storage/store';
import { StoreEvent } from '../apiserver/storage/watchHistory';
import { JsonObject, KubeObject } from '../apiserver/types';
import { visibleEvent, WatchEvent } from '../apiserver/watch/watchStream';
import { Rest } from '../apiserver/rest/rest';

const DEFINITION = aResource({ hasStatus: true });
const NAMESPACES = aResource({
  group: '',
  plural: 'namespaces',
  kind: 'Namespace',
  namespaced: false,
});
const ID = resourceId(DEFINITION);

type Operation =
  | {
      kind: 'create' | 'relabel' | 'delete' | 'release';
      object: number;
      label: string;
    }
  | { kind: 'compact' };

const operations = fc.array(
  fc.oneof(
    {
      weight: 20,
      arbitrary: fc.record({
        kind: fc.constantFrom(
          'create' as const,
          'relabel' as const,
          'delete' as const,
          'release' as const,
        ),
        object: fc.nat(5),
        label: fc.constantFrom('x', 'y', ''),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'compact' as const }) },
  ),
  { maxLength: 30 },
);

/** What somebody knows who listed at some time and watches since. */
class Watcher {
  readonly state = new Map<string, string>();
  version: number;
  private readonly fits: (object: KubeObject) => boolean;

  constructor(
    private readonly store: Store,
    selector: string,
    private readonly namespace?: string,
  ) {
    const selected = selection({ labelSelector: selector });
    this.fits = object =>
      (!namespace || object.metadata.namespace === namespace) &&
      selected(object);
    this.version = store.revision;
    this.list().forEach(([key, version]) => this.state.set(key, version));
  }

  list(): [string, string][] {
    return this.store
      .collection(ID)
      .list(this.namespace)
      .filter(this.fits)
      .map(({ metadata }) => [
        `${metadata.namespace}/${metadata.name}`,
        metadata.resourceVersion ?? '',
      ]);
  }

  /** Takes a change in, as a watch would send it. */
  see(event: StoreEvent): void {
    const visible = visibleEvent(event, this.fits);
    this.version = event.revision;
    if (visible) this.take(visible);
  }

  /** A bookmark lets a watcher resume from a version of which it saw no event. */
  bookmark(): void {
    this.version = this.store.revision;
  }

  /** Breaks off and resumes from the last version, or lists anew where that is forgotten. */
  resume(): void {
    const missed = this.store.collection(ID).history.since(this.version);
    if (missed) {
      missed.forEach(event => this.see(event));
      return;
    }
    this.state.clear();
    this.list().forEach(([key, version]) => this.state.set(key, version));
    this.version = this.store.revision;
  }

  private take({ type, object }: WatchEvent): void {
    const { namespace, name, resourceVersion = '' } = object.metadata;
    const key = `${namespace}/${name}`;
    assert.equal(Number(resourceVersion), this.version);
    // An object is added once, and changes or goes only when it is known.
    assert.equal(this.state.has(key), type !== 'ADDED', `${type} ${key}`);
    if (type === 'DELETED') this.state.delete(key);
    else this.state.set(key, resourceVersion);
  }
}

function manifest(object: number, label: string): JsonObject {
  return {
    apiVersion: 'example.com/v1',
    kind: 'Thing',
    metadata: {
      name: `n${object % 3}`,
      namespace: `ns${object % 2}`,
      labels: label ? { l: label } : {},
      // Some go in two steps.
      ...(object > 3 && { finalizers: ['example.com/f'] }),
    },
  };
}

function perform(rest: Rest, store: Store, operation: Operation): void {
  if (operation.kind === 'compact') {
    store.compact();
    return;
  }
  const { object, label } = operation;
  const namespace = `ns${object % 2}`;
  const key = { namespace, name: `n${object % 3}` };
  const merge = (metadata: JsonObject) =>
    rest.patch(DEFINITION, key, {
      contentType: 'application/merge-patch+json',
      body: { metadata },
    });
  try {
    switch (operation.kind) {
      case 'create':
        rest.create(DEFINITION, namespace, manifest(object, label));
        break;
      case 'relabel':
        merge({ labels: { l: label || null } });
        break;
      case 'release':
        merge({ finalizers: null });
        break;
      default:
        rest.delete(DEFINITION, key);
    }
  } catch {
    // What is there already or not at all is refused, and then nothing may have changed.
  }
}

const SELECTORS: [string, string?][] = [
  [''],
  ['l=x'],
  ['l!=x', 'ns0'],
  ['l in (x,y)'],
  ['!l', 'ns1'],
];

describe('list and watch', () => {
  it('agree, whatever happens: from a list, with selectors, with bookmarks, resumed from any event', () => {
    fc.assert(
      fc.property(operations, fc.nat(29), fc.nat(6), (steps, from, every) => {
        const store = new Store();
        const rest = new Rest(store, {
          now: () => new Date(0),
          definitions: () => [DEFINITION, NAMESPACES],
        });
        ['ns0', 'ns1'].forEach(name =>
          store.put(resourceId(NAMESPACES), {
            apiVersion: 'v1',
            kind: 'Namespace',
            metadata: { name },
          } as KubeObject),
        );
        store.collection(ID);
        const steady: Watcher[] = [];
        const broken: Watcher[] = [];
        const begin = () =>
          SELECTORS.forEach(([selector, namespace]) => {
            const watcher = new Watcher(store, selector, namespace);
            store.subscribe(ID, event => watcher.see(event));
            steady.push(watcher);
            broken.push(new Watcher(store, selector, namespace));
          });
        steps.forEach((operation, index) => {
          if (index === from % (steps.length + 1)) begin();
          perform(rest, store, operation);
          steady.forEach(watcher => watcher.bookmark());
          if (every > 0 && index % every === 0) {
            broken.forEach(watcher => watcher.resume());
          }
        });
        broken.forEach(watcher => watcher.resume());
        for (const watcher of [...steady, ...broken]) {
          expect([...watcher.state].sort()).toEqual(watcher.list().sort());
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
