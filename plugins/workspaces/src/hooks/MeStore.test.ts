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
    await waitFor(() => expect(store.get().me).toBeDefined());
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
    expect(store.get().error).toBeUndefined();
    await waitFor(() => expect(store.get().me).toEqual(aMe()));
    expect(store.get().error).toBeUndefined();
  });

  describe('after a read that failed', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());
    const passed = (ms: number) => jest.advanceTimersByTimeAsync(ms);

    function aBackendThatIsAway() {
      const api = new FakeButlerApi();
      api.onGetMe = () => Promise.reject(new ButlerError('Not now.', 503));
      const store = new MeStore(api);
      return { api, store, leave: store.subscribe(() => {}) };
    }

    it('reads again by itself, as when the Portal has been restarted', async () => {
      const { api, store } = aBackendThatIsAway();
      await passed(0);
      expect(store.get().error).toBeDefined();
      api.onGetMe = async () => aMe();
      await passed(5_000);
      expect(store.get()).toEqual({ me: aMe() });
      await passed(60_000);
      expect(api.calls).toHaveLength(2);
    });

    it('does not keep the rights from before a change for ever', async () => {
      const api = new FakeButlerApi();
      const store = new MeStore(api);
      store.subscribe(() => {});
      await passed(0);
      api.onGetMe = () => Promise.reject(new ButlerError('Not now.', 503));
      api.workspaces.set({ accessVersion: 1 });
      await passed(0);
      expect(store.get().me?.teams[0].role).toBe('operator');
      api.onGetMe = async () => aMe({ payments: 'viewer' });
      await passed(5_000);
      expect(store.get().me?.teams[0].role).toBe('viewer');
    });

    it('asks no oftener because much happens in the store', async () => {
      const { api } = aBackendThatIsAway();
      for (let event = 0; event < 100; event++) {
        api.workspaces.set({});
        await passed(1);
      }
      expect(api.calls).toHaveLength(1);
    });

    it('waits until somebody looks again', async () => {
      const { api, store, leave } = aBackendThatIsAway();
      await passed(0);
      leave();
      await passed(60_000);
      expect(api.calls).toHaveLength(1);
      store.subscribe(() => {});
      expect(api.calls).toHaveLength(2);
    });
  });
});
