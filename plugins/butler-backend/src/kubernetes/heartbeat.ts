import type WebSocket from 'ws';

/** How often one asks the other side, and what it may miss. */
export interface Beat {
  /** Between two pings. */
  everyMs: number;
  /** So many pings in a row without a pong end the connection. */
  missed: number;
}

/** The part of a socket that a heartbeat needs. */
export type BeatingSocket = Pick<
  WebSocket,
  'isPaused' | 'on' | 'ping' | 'terminate'
>;

/**
 * Ends a connection whose other side no longer answers: a network that is cut off in between tells nobody. While the
 * socket is paused, no pong can be read, so that none is missed.
 */
export function heartbeat(
  socket: BeatingSocket,
  { everyMs, missed }: Beat,
): void {
  let unanswered = 0;
  const timer = setInterval(() => {
    if (socket.isPaused) return;
    if (unanswered >= missed) {
      socket.terminate();
      return;
    }
    unanswered += 1;
    socket.ping();
  }, everyMs);
  timer.unref();
  socket.on('pong', () => {
    unanswered = 0;
  });
  socket.on('close', () => clearInterval(timer));
}
