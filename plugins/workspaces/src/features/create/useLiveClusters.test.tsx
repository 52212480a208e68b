import { act, screen, waitFor } from '@testing-library/react';
import { FakeButlerApi, renderChambers } from '../../__testUtils__';
import { useLiveClusters } from './useLiveClusters';

function Probe() {
  return <p>{useLiveClusters('payments').state}</p>;
}

function see(state: DocumentVisibilityState) {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

describe('useLiveClusters', () => {
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('asks again while it is looked at, and as soon as it is again', async () => {
    const api = new FakeButlerApi();
    const asked = () =>
      api.calls.filter(([method]) => method === 'getClusters').length;
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    renderChambers(<Probe />, { api });
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(screen.getByText('ready')).toBeInTheDocument();
    const before = asked();
    see('hidden');
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(asked()).toBe(before);
    see('visible');
    await waitFor(() => expect(asked()).toBe(before + 1));
    await act(() => jest.advanceTimersByTimeAsync(10_000));
    expect(asked()).toBeGreaterThan(before + 1);
  });
});
