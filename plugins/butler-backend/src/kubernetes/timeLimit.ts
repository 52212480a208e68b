import { UnreachableError } from './errors';

/** The reason of a signal whose time is up. */
export class TimeLimitError extends UnreachableError {
  constructor() {
    super('The API server has not answered in time');
  }
}

/**
 * Runs a task with a signal that aborts when its time is up or `outer` aborts, and fails at once then:
 * undici looks at a signal only after it has connected.
 *
 * By hand, since Node 20 may collect what `AbortSignal.any` makes of `AbortSignal.timeout` before it
 * fires (nodejs/node#54614).
 *
 * @throws TimeLimitError when the time is up
 */
export async function withTimeLimit<T>(
  ms: number,
  outer: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const giveUp = () =>
    controller.abort(new UnreachableError('The request was given up'));
  const timer = setTimeout(() => controller.abort(new TimeLimitError()), ms);
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  outer?.addEventListener('abort', giveUp, { once: true });
  try {
    if (outer?.aborted) giveUp();
    return await Promise.race([aborted, task(signal)]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', giveUp);
  }
}
