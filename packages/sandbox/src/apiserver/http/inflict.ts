import { ServerResponse } from 'node:http';
import { injected } from '../status/errors';
import { Fault } from './faultInjector';

/** Waits, no longer than the client does; tells whether it is still there. */
function outlasts(response: ServerResponse, delay: number): Promise<boolean> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(true), delay);
    response.once('close', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

/** Calls back instead of sending the first bytes of an answer. */
function insteadOfBytes(
  response: ServerResponse,
  callback: (chunk: unknown) => void,
): void {
  let called = false;
  const once = (chunk: unknown) => {
    if (!called) callback(chunk);
    called = true;
  };
  response.flushHeaders = () => {};
  response.write = (chunk: unknown) => {
    once(chunk);
    return true;
  };
  response.end = (chunk?: unknown) => {
    once(chunk);
    return response;
  };
}

function truncate(response: ServerResponse): void {
  const write = response.write.bind(response);
  insteadOfBytes(response, chunk => {
    const bytes = Buffer.from((chunk ?? '') as Buffer);
    write(bytes.subarray(0, Math.floor(bytes.length / 2)), () =>
      response.socket?.destroy(),
    );
  });
}

/**
 * Lets a fault happen to a request.
 *
 * @param reset - resets the connection
 * @returns whether the request is over; if not it goes on, and what is wrong with its answer comes later
 * @throws the failure that is to be answered
 */
export async function inflict(
  fault: Fault,
  response: ServerResponse,
  reset: () => void,
): Promise<boolean> {
  if (fault.delay && !(await outlasts(response, fault.delay))) return true;
  if (fault.cut === 'before') {
    reset();
    return true;
  }
  if (fault.cut === 'after') insteadOfBytes(response, reset);
  else if (fault.truncate) truncate(response);
  if (fault.status !== undefined) {
    throw injected(fault.status, fault.retryAfter, fault.message);
  }
  return false;
}
