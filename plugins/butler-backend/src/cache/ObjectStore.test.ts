import type { KubeObject } from '@butler-portal/plugin-butler-common';
import { ObjectStore } from './ObjectStore';

function object(name: string, resourceVersion: string, uid = `uid-${name}`) {
  const metadata = { name, namespace: 'payments', uid, resourceVersion };
  return { apiVersion: 'v1', kind: 'Thing', metadata } as KubeObject;
}

function storeWith(...objects: KubeObject[]) {
  const store = new ObjectStore<KubeObject>();
  const scope = store.scope();
  scope.replace(objects, '10');
  return { store, scope };
}

function names(store: ObjectStore<KubeObject>): string[] {
  return store.list().map(({ metadata }) => metadata.name);
}

describe('ObjectStore', () => {
  it('tells only the differences when a list is taken over again', () => {
    const { scope } = storeWith(
      object('same', '1'),
      object('old', '2'),
      object('gone', '3'),
    );
    const changes = scope.replace(
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
    const { store, scope } = storeWith(object('a', '1', 'first'));
    expect(scope.replace([object('a', '11', 'second')], '20')).toMatchObject([
      { type: 'delete', object: { metadata: { uid: 'first' } } },
      { type: 'upsert', object: { metadata: { uid: 'second' } } },
    ]);
    expect(
      scope.apply({ type: 'DELETED', object: object('a', '21', 'first') }),
    ).toEqual([]);
    expect(names(store)).toEqual(['a']);
  });

  it('shows the answer to a write at once and does not tell it twice', () => {
    const { store, scope } = storeWith();
    expect(store.fold(object('a', '11'))).toHaveLength(1);
    expect(store.get('a', 'payments')).toBeDefined();
    expect(scope.apply({ type: 'ADDED', object: object('a', '11') })).toEqual(
      [],
    );
  });

  it('does not go back to what was before a write', () => {
    const { store, scope } = storeWith(object('a', '5'));
    store.fold(object('a', '12'));
    expect(
      scope.apply({ type: 'MODIFIED', object: object('a', '11') }),
    ).toEqual([]);
    expect(store.get('a', 'payments')?.metadata.resourceVersion).toBe('12');
    expect(scope.resourceVersion).toBe('11');
  });

  it('never brings back what the watch knows to be deleted', () => {
    const { store, scope } = storeWith(object('a', '5'));
    scope.apply({ type: 'DELETED', object: object('a', '13') });
    expect(store.fold(object('a', '12'))).toEqual([]);
    expect(names(store)).toEqual([]);
  });

  it('keeps a write that is newer than a list that was under way', () => {
    const { store, scope } = storeWith();
    store.fold(object('a', '25'));
    expect(scope.replace([], '20')).toEqual([]);
    expect(names(store)).toEqual(['a']);
  });

  it('believes a list of an API server whose storage was set back', () => {
    const { store, scope } = storeWith(object('a', '500'), object('b', '501'));
    const changes = scope.replace([object('a', '3')], '4');
    expect(changes).toHaveLength(2);
    expect(names(store)).toEqual(['a']);
    expect(store.get('a', 'payments')?.metadata.resourceVersion).toBe('3');
  });

  it('does not fold what cannot be compared', () => {
    const { store } = storeWith();
    expect(store.fold(object('a', 'x'))).toEqual([]);
  });

  it('keeps namespaces apart and grows its revision with changes only', () => {
    const { store, scope } = storeWith(object('a', '1'));
    const { revision } = store;
    scope.apply({ type: 'MODIFIED', object: object('a', '1') });
    expect(store.revision).toBe(revision);
    expect(store.list('search')).toEqual([]);
    expect(store.get('a')).toBeUndefined();
  });

  it('takes the list of one namespace for no more than that', () => {
    const store = new ObjectStore<KubeObject>();
    const [payments, search] = [store.scope('payments'), store.scope('search')];
    payments.replace([object('a', '5')], '10');
    expect(search.replace([], '12')).toEqual([]);
    expect([payments.resourceVersion, search.resourceVersion]).toEqual([
      '10',
      '12',
    ]);
    expect(store.fold(object('b', '11'))).toHaveLength(1);
    expect(payments.replace([], '20')).toHaveLength(2);
  });
});
