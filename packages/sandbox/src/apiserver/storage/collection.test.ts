import { KubeObject } from '../types';
import { Store } from './store';

const KIND = 'things.example.com';

function thing(namespace: string | undefined, name: string): KubeObject {
  return {
    apiVersion: 'example.com/v1',
    kind: 'Thing',
    metadata: { name, ...(namespace && { namespace }) },
  };
}

describe('a collection', () => {
  let store: Store;
  beforeEach(() => {
    store = new Store();
  });
  const put = (namespace: string | undefined, name: string) =>
    store.put(KIND, thing(namespace, name));
  const listed = (objects: KubeObject[] | undefined) =>
    objects?.map(({ metadata: { namespace = '', name } }) =>
      [namespace, name].join('/'),
    );
  const list = (namespace?: string) =>
    listed(store.collection(KIND).list(namespace));

  it('lists in the order of the keys in etcd, where a slash follows the namespace', () => {
    put('a', 'z');
    put('a-b', 'x');
    put('a', 'b');
    put('b', 'a');
    expect(list()).toEqual(['a-b/x', 'a/b', 'a/z', 'b/a']);
    expect(list('a')).toEqual(['a/b', 'a/z']);
    expect(list('nowhere')).toEqual([]);
  });

  it('finds cluster-scoped objects without a namespace', () => {
    put(undefined, 'one');
    expect(list()).toEqual(['/one']);
    expect(store.get(KIND, { name: 'one' })).toBeDefined();
  });

  it('forgets what was removed and finds what came again', () => {
    put('a', 'one');
    put('a', 'two');
    store.remove(KIND, { namespace: 'a', name: 'one' });
    expect(list()).toEqual(['a/two']);
    store.remove(KIND, { namespace: 'a', name: 'two' });
    expect(list('a')).toEqual([]);
    expect(store.collection(KIND).size).toBe(0);
    put('a', 'one');
    expect(list('a')).toEqual(['a/one']);
  });

  it('lists a namespace as it was at a version', () => {
    put('a', 'kept');
    put('b', 'other');
    const version = Number(put('a', 'removed').metadata.resourceVersion);
    store.remove(KIND, { namespace: 'a', name: 'removed' });
    put('a', 'added');
    put('b', 'later');
    const then = (namespace?: string) =>
      listed(store.collection(KIND).listAt(version, namespace));
    expect(then('a')).toEqual(['a/kept', 'a/removed']);
    expect(then()).toEqual(['a/kept', 'a/removed', 'b/other']);
    expect(store.collection(KIND).listAt(1)).toBeUndefined();
  });
});
