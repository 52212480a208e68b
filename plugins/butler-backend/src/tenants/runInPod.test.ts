import { eventually } from '../__testUtils__/eventually';
import type { ExecHandlers, ExecSession } from '../kubernetes/exec';
import { runInPod } from './runInPod';

const REQUEST = { pod: 'ws-api', container: 'workspace', command: ['cat'] };
const LIMITS = { bytes: 10, timeoutMs: 5_000 };

function fakeExec() {
  let handlers: ExecHandlers | undefined;
  let open: (session: ExecSession) => void = () => {};
  const close = jest.fn();
  const exec = async (_: unknown, given: ExecHandlers) => {
    handlers = given;
    return new Promise<ExecSession>(resolve => {
      open = resolve;
    });
  };
  return {
    tenant: { exec },
    close,
    begin: () => open({ close } as unknown as ExecSession),
    print: (text: string) => handlers?.onOutput(Buffer.from(text)),
    end: (code?: number) => handlers?.onEnd(code),
  };
}

describe('a short program in a pod', () => {
  it('gives its output', async () => {
    const { tenant, begin, print, end, close } = fakeExec();
    const output = runInPod(tenant, REQUEST, LIMITS);
    print('ke');
    begin();
    print('ys');
    end(0);
    expect(await output).toBe('keys');
    expect(close).toHaveBeenCalled();
  });

  it('has one limit for the handshake and the rest, and is closed when it opens later', async () => {
    jest.useFakeTimers();
    const { tenant, begin, close } = fakeExec();
    const output = runInPod(tenant, REQUEST, LIMITS);
    jest.advanceTimersByTime(LIMITS.timeoutMs);
    jest.useRealTimers();
    await expect(output).rejects.toThrow(/in time/);
    begin();
    await eventually(() => expect(close).toHaveBeenCalled());
  });

  it.each([
    ['says too much', 'x'.repeat(11), 0, /too much/],
    ['fails', '', 3, /ended with 3/],
    ['loses its connection', '', undefined, /ended with/],
  ])('fails when it %s', async (_, text, code, message) => {
    const { tenant, begin, print, end, close } = fakeExec();
    const output = runInPod(tenant, REQUEST, LIMITS);
    begin();
    print(text);
    end(code);
    await expect(output).rejects.toThrow(message);
    expect(close).toHaveBeenCalled();
  });
});
