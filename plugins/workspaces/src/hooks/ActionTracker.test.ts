import { ButlerError } from '../api';
import { aWorkspace, FakeButlerApi } from '../__testUtils__';
import { ActionTracker, pendingIn } from './ActionTracker';

function setUp(workspace = aWorkspace()) {
  const api = new FakeButlerApi([workspace]);
  const tracker = new ActionTracker(api);
  const leave = tracker.subscribe(() => {});
  return { api, tracker, workspace, leave };
}

describe('ActionTracker', () => {
  afterEach(() => jest.useRealTimers());

  it('marks an action until the store shows its effect', async () => {
    const { api, tracker, workspace } = setUp();
    const done = tracker.act(workspace, 'stop');
    expect(pendingIn(tracker.get().pending, workspace)).toBe('stop');
    await expect(done).resolves.toBe(true);
    expect(pendingIn(tracker.get().pending, workspace)).toBe('stop');
    api.workspaces.upsert(aWorkspace({ phase: 'Stopped' }));
    expect(pendingIn(tracker.get().pending, workspace)).toBeUndefined();
    expect(api.calls).toEqual([
      ['act', { team: 'payments', name: 'web-api' }, 'stop'],
    ]);
  });

  it('marks nothing when the effect showed before the answer came', async () => {
    const { api, tracker, workspace } = setUp();
    api.onAct = async () => {
      api.workspaces.upsert(aWorkspace({ connected: true }));
      return aWorkspace({ connected: true });
    };
    await tracker.act(workspace, 'connect');
    expect(pendingIn(tracker.get().pending, workspace)).toBeUndefined();
  });

  it('deletes by uid, and marks it until the workspace is gone', async () => {
    const { api, tracker, workspace } = setUp();
    await tracker.act(workspace, 'delete');
    expect(pendingIn(tracker.get().pending, workspace)).toBe('delete');
    api.workspaces.remove({ team: 'payments', name: 'web-api' });
    expect(pendingIn(tracker.get().pending, workspace)).toBeUndefined();
    expect(api.calls[0]).toEqual([
      'deleteWorkspace',
      { team: 'payments', name: 'web-api' },
      'uid-payments-web-api',
    ]);
  });

  it('takes the mark away and keeps the error when the backend says no', async () => {
    const { api, tracker, workspace } = setUp();
    const error = new ButlerError('It is still starting.', 409, {
      requestId: 'r-1',
    });
    api.onAct = () => Promise.reject(error);
    await expect(tracker.act(workspace, 'stop')).resolves.toBe(false);
    expect(pendingIn(tracker.get().pending, workspace)).toBeUndefined();
    expect(tracker.get().failed).toEqual({
      uid: 'uid-payments-web-api',
      team: 'payments',
      name: 'web-api',
      action: 'stop',
      error,
    });
    tracker.clearError();
    expect(tracker.get().failed).toBeUndefined();
  });

  it.each([
    ['lost its answer', 0],
    ['failed on the way', 503],
  ])('says no more of a stop that %s once it shows', async (_, status) => {
    const { api, tracker, workspace } = setUp();
    api.onAct = () => Promise.reject(new ButlerError('Try again.', status));
    await tracker.act(workspace, 'stop');
    expect(tracker.get().failed?.error.status).toBe(status);
    api.workspaces.upsert(aWorkspace({ phase: 'Stopped' }));
    expect(tracker.get().failed).toBeUndefined();
  });

  it('says nothing of a lost answer when the effect showed before', async () => {
    const { api, tracker, workspace } = setUp();
    api.onDeleteWorkspace = async () => {
      api.workspaces.remove({ team: 'payments', name: 'web-api' });
      throw new ButlerError('Try again.', 0);
    };
    await expect(tracker.act(workspace, 'delete')).resolves.toBe(false);
    expect(tracker.get().failed).toBeUndefined();
  });

  it('keeps what the backend has refused, whatever shows later', async () => {
    const { api, tracker, workspace } = setUp();
    api.onAct = () => Promise.reject(new ButlerError('Not you.', 403));
    await tracker.act(workspace, 'stop');
    api.workspaces.upsert(aWorkspace({ phase: 'Stopped' }));
    expect(tracker.get().failed?.error.message).toBe('Not you.');
  });

  it('has deleted what is no longer there', async () => {
    const { api, tracker, workspace } = setUp();
    api.workspaces.remove({ team: 'payments', name: 'web-api' });
    api.onDeleteWorkspace = () =>
      Promise.reject(new ButlerError('There is none.', 404));
    await expect(tracker.act(workspace, 'delete')).resolves.toBe(true);
    expect(tracker.get().failed).toBeUndefined();
    expect(pendingIn(tracker.get().pending, workspace)).toBeUndefined();
  });

  it('sends one action at a time for a workspace', async () => {
    const { api, tracker, workspace } = setUp();
    await Promise.all([
      tracker.act(workspace, 'stop'),
      tracker.act(workspace, 'stop'),
    ]);
    expect(api.calls).toHaveLength(1);
  });

  it('does not mark for ever what never shows', async () => {
    jest.useFakeTimers();
    const { tracker, workspace } = setUp();
    await tracker.act(workspace, 'stop');
    jest.advanceTimersByTime(60_000);
    expect(pendingIn(tracker.get().pending, workspace)).toBeUndefined();
  });
});
