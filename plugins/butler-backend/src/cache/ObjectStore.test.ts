import type { KubeObject } from '@butler-portal/plugin-butler-common';
import { ObjectStore } from './ObjectStore';

function object(name: string, resourceVersion: string, uid = `uid-${name}`) {
  const metadata = { name, namespace: 'payments', uid, resourceVersion };
  return { apiVersion: 'v1', kind: 'Thing', metadata } as KubeObject;
}

function storeWith(...objects: KubeObject[]) {
  const store = new ObjectStore<KubeObject>();
  store.replace(objects, '10');
  return store;
}

function names(store: ObjectStore<KubeObject>): string[] {
  return store.list().map(({ metadata }) => metadata.name);
}

describe('ObjectStore', () => {
  it('tells only the differences when a list is taken over again', () => {
    const store = storeWith(
      object('same', '1'),
      object('old', '2'),
      object('gone', '3'),
    );
    const changes = store.replace(
      [object('same', '1'), object('old', '11'), object('new', '12')],
      '20',
    );
    expect(
      changes.map(change => [change.type, change.object.metadata.name]),
    ).toEqual([
      ['delete', 'gone'],
      ['upsert', 'old'],
      ['upsert', 'new'],
    ]);
  });

  it('tells a namesake that was created anew as a deletion and a creation', () => {
    const store = storeWith(object('a', '1', 'first'));
    expect(store.replace([object('a', '11', 'second')], '20')).toMatchObject([
      { type: 'delete', object: { metadata: { uid: 'first' } } },
      { type: 'upsert', object: { metadata: { uid: 'second' } } },
    ]);
    expect(
      store.apply({ type: 'DELETED', object: object('a', '21', 'first') }),
    ).toEqual([]);
    expect(names(store)).toEqual(['a']);
  });

  it('shows the answer to a write at once and does not tell it twice', () => {
    const store = storeWith();
    expect(store.fold(object('a', '11'))).toHaveLength(1);
    expect(store.get('a', 'payments')).toBeDefined();
    expect(store.apply({ type: 'ADDED', object: object('a', '11') })).toEqual(
      [],
    );
  });

  it('does not go back to what was before a write', () => {
    const store = storeWith(object('a', '5'));
    store.fold(object('a', '12'));
    expect(
      store.apply({ type: 'MODIFIED', object: object('a', '11') }),
    ).toEqual([]);
    expect(store.get('a', 'payments')?.metadata.resourceVersion).toBe('12');
    expect(store.resourceVersion).toBe('11');
  });

  it('never brings back what the watch knows to be deleted', () => {
    const store = storeWith(object('a', '5'));
    store.apply({ type: 'DELETED', object: object('a', '13') });
    expect(store.fold(object('a', '12'))).toEqual([]);
    expect(names(store)).toEqual([]);
  });

  it('keeps a write that is newer than a list that was under way', () => {
    const store = storeWith();
    store.fold(object('a', '25'));
    expect(store.replace([], '20')).toEqual([]);
    expect(names(store)).toEqual(['a']);
  });

  it('believes a list of an API server whose storage was set back', () => {
    const store = storeWith(object('a', '500'), object('b', '501'));
    const changes = store.replace([object('a', '3')], '4');
    expect(changes).toHaveLength(2);
    expect(names(store)).toEqual(['a']);
    expect(store.get('a', 'payments')?.metadata.resourceVersion).toBe('3');
  });

  it('does not fold what cannot be compared', () => {
    const store = storeWith();
    expect(store.fold(object('a', 'x'))).toEqual([]);
  });

  it('keeps namespaces apart and grows its revision with changes only', () => {
    const store = storeWith(object('a', '1'));
    const { revision } = store;
    store.apply({ type: 'MODIFIED', object: object('a', '1') });
    expect(store.revision).toBe(revision);
    expect(store.list('search')).toEqual([]);
    expect(store.get('a')).toBeUndefined();
  });
});
