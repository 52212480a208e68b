import { UnreachableError } from '../kubernetes/errors';
import type { ExecRequest } from '../kubernetes/exec';
import type { Tenant } from './Tenant';

/**
 * Runs a short program in a pod and gives its output. Throws an UnreachableError when all of it takes longer than the
 * limit, from the handshake on; an Error when the program says too much or fails.
 */
export async function runInPod(
  tenant: Pick<Tenant, 'exec'>,
  request: Omit<ExecRequest, 'namespace' | 'tty'>,
  limits: { bytes: number; timeoutMs: number },
): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  let settle: (code: number | undefined) => void = () => {};
  let giveUp: (error: Error) => void = () => {};
  const ended = new Promise<number | undefined>((resolve, reject) => {
    settle = resolve;
    giveUp = reject;
  });
  const timer = setTimeout(
    () => giveUp(new UnreachableError('The pod did not answer in time')),
    limits.timeoutMs,
  );
  const session = tenant.exec(
    { ...request, tty: false },
    {
      onOutput(bytes) {
        length += bytes.length;
        if (length > limits.bytes) giveUp(new Error('too much output'));
        else chunks.push(bytes);
      },
      onEnd: settle,
    },
  );
  try {
    const [, code] = await Promise.all([session, ended]);
    if (code !== 0) throw new Error(`the program ended with ${code}`);
    return Buffer.concat(chunks).toString();
  } finally {
    clearTimeout(timer);
    // One that is not open yet is closed as soon as it is.
    session.then(
      open => open.close(),
      () => {
        // It never opened; who waits has been told.
      },
    );
  }
}
