import { UnreachableError } from '../kubernetes/errors';
import type { ExecRequest, ExecSession } from '../kubernetes/exec';
import type { Tenant } from './Tenant';

/**
 * Runs a short program in a pod and gives its output. Throws an UnreachableError when it takes too long or says too
 * much, an Error when it fails.
 */
export async function runInPod(
  tenant: Tenant,
  request: Omit<ExecRequest, 'namespace' | 'tty'>,
  limits: { bytes: number; timeoutMs: number },
): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  let session: ExecSession | undefined;
  let settle: (ended: number | undefined | Error) => void = () => {};
  const ended = new Promise<number | undefined | Error>(resolve => {
    settle = resolve;
  });
  const timer = setTimeout(
    () => settle(new UnreachableError('The pod did not answer in time')),
    limits.timeoutMs,
  );
  try {
    session = await tenant.exec(
      { ...request, tty: false },
      {
        onOutput(bytes) {
          length += bytes.length;
          if (length > limits.bytes) settle(new Error('too much output'));
          else chunks.push(bytes);
        },
        onEnd: settle,
      },
    );
    const outcome = await ended;
    if (outcome instanceof Error) throw outcome;
    if (outcome !== 0) throw new Error(`the program ended with ${outcome}`);
    return Buffer.concat(chunks).toString();
  } finally {
    clearTimeout(timer);
    session?.close();
  }
}
