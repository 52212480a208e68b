import { waitFor } from '@testing-library/react';
import { HttpResponse } from 'msw';
import type { ButlerEvent } from '@butler-portal/plugin-butler-common';
import { BACKEND, EventBackend } from '../__testUtils__/eventServer';
import { aWorkspace } from '../__testUtils__/fixtures';
import { LiveWorkspaceStore } from './LiveWorkspaceStore';
import type { StoreTimings } from './LiveWorkspaceStore';

const backend = new EventBackend();
const leaving: (() => void)[] = [];

beforeAll(() => backend.server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => backend.reset());
afterEach(() => leaving.splice(0).forEach(leave => leave()));
afterAll(() => backend.server.close());

const QUICK: Partial<StoreTimings> = {
  backoff: () => 5,
  graceMs: 5,
  lingerMs: 0,
  batchMs: 1,
};

// Aborted once the client has let go of the stream. The signal of the request that msw hands on will not
// do: nothing holds what it follows, and garbage collection may cut the chain.
let lastSignal: AbortSignal | null | undefined;

function makeStore(timings: Partial<StoreTimings> = {}) {
  const open = (init: RequestInit) => {
    lastSignal = init.signal;
    return fetch(`${BACKEND}/events`, init);
  };
  return new LiveWorkspaceStore(open, { ...QUICK, ...timings });
}

function follow(store: LiveWorkspaceStore, listener = () => {}) {
  const leave = store.subscribe(listener);
  leaving.push(leave);
  return leave;
}

const snapshot = (...names: string[]): ButlerEvent => ({
  event: 'snapshot',
  data: { items: names.map(name => aWorkspace({ name })) },
});

const namesOf = (store: LiveWorkspaceStore) =>
  store.getState().workspaces.map(({ metadata }) => metadata.name);

async function openedWith(store: LiveWorkspaceStore, ...names: string[]) {
  follow(store);
  await waitFor(() => expect(backend.streams).toHaveLength(1));
  backend.latest.send(snapshot(...names));
  await waitFor(() => expect(store.getState().status).toBe('ready'));
}

describe('LiveWorkspaceStore', () => {
  it('opens nothing until somebody looks', async () => {
    const store = makeStore();
    expect(store.getState()).toEqual({
      status: 'loading',
      workspaces: [],
      accessVersion: 0,
    });
    expect(backend.opened).toBe(0);
  });

  it('shows the snapshot and what changes after it', async () => {
    const store = makeStore();
    await openedWith(store, 'b', 'a');
    expect(namesOf(store)).toEqual(['a', 'b']);
    backend.latest.send({ event: 'upsert', data: aWorkspace({ name: 'c' }) });
    backend.latest.send({
      event: 'delete',
      data: { team: 'payments', name: 'a', uid: 'uid-payments-a' },
    });
    await waitFor(() => expect(namesOf(store)).toEqual(['b', 'c']));
  });

  it('reads an event that arrives in pieces, between letters of many bytes too', async () => {
    const store = makeStore();
    await openedWith(store);
    const item = aWorkspace({ name: 'pieces', owner: 'zoë@example.com' });
    const bytes = `event: upsert\ndata: ${JSON.stringify(item)}\n\n`;
    for (const piece of bytes) backend.latest.write(piece);
    await waitFor(() => expect(namesOf(store)).toEqual(['pieces']));
    expect(store.getState().workspaces[0].spec.owner).toBe('zoë@example.com');
  });

  it('says so when a sign-in page comes instead of the stream', async () => {
    backend.refusal = () => HttpResponse.html('<h1>Sign in</h1>');
    // Once: a try that is under way would be counted by the next test.
    const store = makeStore({ backoff: () => 60_000 });
    follow(store);
    await waitFor(() => expect(store.getState().status).toBe('error'));
    expect(store.getState().error?.message).toMatch(
      /is not the Portal’s answer/,
    );
  });

  it('opens one stream however many subscribe', async () => {
    const store = makeStore();
    await openedWith(store);
    const second = follow(store);
    second();
    follow(store);
    backend.latest.send(snapshot('a'));
    await waitFor(() => expect(namesOf(store)).toEqual(['a']));
    expect(backend.opened).toBe(1);
  });

  it('tells of a burst a few times, not once an event', async () => {
    const store = makeStore({ batchMs: 20 });
    await openedWith(store);
    const listener = jest.fn();
    follow(store, listener);
    const names = Array.from({ length: 500 }, (_, index) => `w-${index}`);
    for (const name of names) {
      backend.latest.send({ event: 'upsert', data: aWorkspace({ name }) });
    }
    await waitFor(() => expect(namesOf(store)).toHaveLength(500));
    expect(listener.mock.calls.length).toBeLessThan(100);
  });

  it('opens the stream again with the last event id, and loses and doubles nothing', async () => {
    const store = makeStore();
    await openedWith(store, 'a');
    backend.latest.send(
      { event: 'upsert', data: aWorkspace({ name: 'b' }) },
      'event-42',
    );
    await waitFor(() => expect(namesOf(store)).toEqual(['a', 'b']));
    backend.latest.cut();
    await waitFor(() => expect(backend.streams).toHaveLength(2));
    expect(backend.latest.lastEventId).toBe('event-42');
    backend.latest.send({ event: 'upsert', data: aWorkspace({ name: 'b' }) });
    backend.latest.send({ event: 'upsert', data: aWorkspace({ name: 'c' }) });
    await waitFor(() => expect(namesOf(store)).toEqual(['a', 'b', 'c']));
  });

  it('opens the stream again when the server ends it', async () => {
    const store = makeStore();
    await openedWith(store);
    backend.latest.end();
    await waitFor(() => expect(backend.streams).toHaveLength(2));
  });

  it('says stale with what was known while the portal is lost, and live when it is back', async () => {
    const store = makeStore();
    await openedWith(store, 'a');
    backend.refusal = () => HttpResponse.error();
    backend.latest.cut();
    await waitFor(() =>
      expect(store.getState().stale).toMatchObject({ lost: 'portal' }),
    );
    expect(store.getState()).toMatchObject({
      status: 'ready',
      error: { status: 0 },
    });
    expect(namesOf(store)).toEqual(['a']);
    backend.refusal = undefined;
    await waitFor(() => expect(store.getState().stale).toBeUndefined());
    expect(store.getState().error).toBeUndefined();
  });

  it('does not call a blink stale', async () => {
    const store = makeStore({ graceMs: 60_000 });
    await openedWith(store, 'a');
    const stale = jest.fn();
    follow(store, () => store.getState().stale && stale());
    backend.latest.cut();
    await waitFor(() => expect(backend.streams).toHaveLength(2));
    backend.latest.send(snapshot('b'));
    await waitFor(() => expect(namesOf(store)).toEqual(['b']));
    expect(stale).not.toHaveBeenCalled();
  });

  it('says stale while the backend has lost the management cluster', async () => {
    const store = makeStore();
    await openedWith(store, 'a');
    const since = '2026-01-05T08:00:00Z';
    backend.latest.send({ event: 'state', data: { state: 'stale', since } });
    await waitFor(() =>
      expect(store.getState().stale).toEqual({ since, lost: 'cluster' }),
    );
    backend.latest.send({ event: 'state', data: { state: 'live' } });
    await waitFor(() => expect(store.getState().stale).toBeUndefined());
  });

  it('takes silence for a dead stream', async () => {
    follow(makeStore({ silenceMs: 50 }));
    await waitFor(() =>
      expect(backend.streams.length).toBeGreaterThanOrEqual(2),
    );
  });

  it('begins again with a snapshot after an event that it cannot read', async () => {
    const store = makeStore();
    await openedWith(store);
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    backend.latest.write('id: 9\nevent: upsert\ndata: {"half":\n\n');
    await waitFor(() => expect(backend.streams).toHaveLength(2));
    expect(backend.latest.lastEventId).toBeNull();
    expect(log).toHaveBeenCalledWith(expect.any(SyntaxError));
    log.mockRestore();
  });

  it('is in error only as long as there has never been a snapshot', async () => {
    backend.refusal = () =>
      HttpResponse.json(
        { error: { name: 'ServiceUnavailableError', message: 'Not yet.' } },
        { status: 503 },
      );
    const store = makeStore();
    follow(store);
    await waitFor(() =>
      expect(store.getState()).toMatchObject({
        status: 'error',
        error: { message: 'Not yet.', status: 503 },
      }),
    );
    backend.refusal = undefined;
    await waitFor(() => expect(backend.streams).toHaveLength(1));
    backend.latest.send(snapshot('a'));
    await waitFor(() => expect(store.getState().status).toBe('ready'));
  });

  it('shows a refusal and does not hammer; retry asks at once', async () => {
    backend.refusal = () =>
      HttpResponse.json(
        { error: { name: 'NotAllowedError', message: 'You are disabled.' } },
        { status: 403 },
      );
    const store = makeStore({ refusedMs: 60_000 });
    follow(store);
    await waitFor(() =>
      expect(store.getState().error?.message).toBe('You are disabled.'),
    );
    expect(backend.opened).toBe(1);
    backend.refusal = undefined;
    store.retry();
    await waitFor(() => expect(backend.streams).toHaveLength(1));
  });

  it('takes the workspaces off the screen when the person may not see them any more', async () => {
    const store = makeStore({ refusedMs: 60_000 });
    await openedWith(store, 'a');
    backend.refusal = () =>
      HttpResponse.json(
        { error: { name: 'NotAllowedError', message: 'You are disabled.' } },
        { status: 403 },
      );
    backend.latest.end();
    await waitFor(() => expect(store.getState().status).toBe('error'));
    expect(namesOf(store)).toEqual([]);
  });

  it('keeps the stream open between two pages, and what was known after that', async () => {
    const store = makeStore({ lingerMs: 60_000 });
    await openedWith(store, 'a');
    leaving.splice(0).forEach(leave => leave());
    follow(store);
    backend.latest.send(snapshot('a', 'b'));
    await waitFor(() => expect(namesOf(store)).toEqual(['a', 'b']));
    expect(backend.opened).toBe(1);
  });

  it('shows what was known at once when somebody comes back later', async () => {
    const store = makeStore({ graceMs: 60_000 });
    await openedWith(store, 'a');
    leaving.splice(0).forEach(leave => leave());
    await waitFor(() => expect(lastSignal?.aborted).toBe(true));
    follow(store);
    expect(store.getState().status).toBe('ready');
    expect(namesOf(store)).toEqual(['a']);
    await waitFor(() => expect(backend.streams).toHaveLength(2));
  });
});
