import { aWorkspace, FakeWorkspaceStore } from '../../../__testUtils__';
import { untilKnown } from './untilKnown';

const KEY = { team: 'payments', name: 'ledger' };

describe('untilKnown', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('goes on as soon as the workspace shows', async () => {
    const store = new FakeWorkspaceStore();
    const done = jest.fn();
    const wait = untilKnown(store, KEY, 3_000).then(done);
    store.upsert(aWorkspace({ name: 'another' }));
    await Promise.resolve();
    expect(done).not.toHaveBeenCalled();
    store.upsert(aWorkspace({ name: 'ledger' }));
    await wait;
    expect(done).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('does not wait for ever for a stream that is cut off', async () => {
    const done = jest.fn();
    const wait = untilKnown(new FakeWorkspaceStore(), KEY, 3_000).then(done);
    jest.advanceTimersByTime(3_000);
    await wait;
    expect(done).toHaveBeenCalledTimes(1);
  });
});
