import { act, renderHook } from '@testing-library/react';
import { useLoaded } from './useLoaded';

/** Answers that come when the test lets them. */
function questions() {
  const answers: ((value: string) => void)[] = [];
  const load = () =>
    new Promise<string>(resolve => {
      answers.push(resolve);
    });
  return { answers, load };
}

describe('what is read from the backend', () => {
  it('is shown although a refresh was due before it came, and then read again', async () => {
    const { answers, load } = questions();
    const { result } = renderHook(() => useLoaded(load));
    act(() => result.current.refresh());
    act(() => result.current.refresh());
    expect(answers).toHaveLength(1);

    await act(async () => answers[0]('first'));
    expect(result.current).toMatchObject({ state: 'ready', value: 'first' });
    expect(answers).toHaveLength(2);

    await act(async () => answers[1]('second'));
    expect(result.current).toMatchObject({ state: 'ready', value: 'second' });
    expect(answers).toHaveLength(2);
  });

  it('is not what was asked before the question changed', async () => {
    const before = questions();
    const now = questions();
    const { result, rerender } = renderHook(({ load }) => useLoaded(load), {
      initialProps: { load: before.load },
    });
    rerender({ load: now.load });
    await act(async () => before.answers[0]('old'));
    expect(result.current.state).toBe('loading');
    await act(async () => now.answers[0]('new'));
    expect(result.current).toMatchObject({ state: 'ready', value: 'new' });
  });
});
