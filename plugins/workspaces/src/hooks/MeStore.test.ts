import { waitFor } from '@testing-library/react';
import { ButlerError } from '../api';
import { aMe, FakeButlerApi } from '../__testUtils__';
import { MeStore } from './MeStore';

describe('MeStore', () => {
  it('reads once, however many look and however often they come back', async () => {
    const api = new FakeButlerApi();
    const store = new MeStore(api);
    const leave = store.subscribe(() => {});
    store.subscribe(() => {});
    await waitFor(() => expect(store.get().me).toEqual(aMe()));
    leave();
    store.subscribe(() => {});
    expect(api.calls).toHaveLength(1);
  });

  it('reads again when the rights have changed, and shows what was known meanwhile', async () => {
    const api = new FakeButlerApi();
    const store = new MeStore(api);
    store.subscribe(() => {});
    await waitFor(() => expect(store.get().loading).toBe(false));
    api.onGetMe = async () => aMe({ payments: 'viewer' });
    api.workspaces.set({ accessVersion: 1 });
    expect(store.get().me?.teams[0].role).toBe('operator');
    await waitFor(() => expect(store.get().me?.teams[0].role).toBe('viewer'));
  });

  it('keeps an error until retry works', async () => {
    const api = new FakeButlerApi();
    api.onGetMe = () => Promise.reject(new ButlerError('Not now.', 503));
    const store = new MeStore(api);
    store.subscribe(() => {});
    await waitFor(() => expect(store.get().error?.message).toBe('Not now.'));
    api.onGetMe = async () => aMe();
    store.retry();
    expect(store.get().loading).toBe(true);
    await waitFor(() => expect(store.get().me).toEqual(aMe()));
    expect(store.get().error).toBeUndefined();
  });
});
