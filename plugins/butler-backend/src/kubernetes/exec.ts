import type { IncomingMessage } from 'node:http';
import WebSocket from 'ws';
import type { ClusterAccess } from './ClusterAccess';
import { toApiError, UnreachableError } from './errors';
import { execStatusCode } from './execStatus';
import { heartbeat } from './heartbeat';
import { objectPath } from './paths';
import { PODS } from './resourceTypes';

// What kubectl speaks since KEP-4006, and what API servers before 1.30 do. The first byte of a message is its channel.
// https://github.com/kubernetes/enhancements/tree/master/keps/sig-api-machinery/4006-transition-spdy-to-websockets
const PROTOCOLS = ['v5.channel.k8s.io', 'v4.channel.k8s.io'];
const STDIN = 0;
const STDOUT = 1;
const STATUS = 3;
const RESIZE = 4;

// As often and as long as client-go: tools/remotecommand/websocket.go, pingPeriod and pingReadDeadline.
const BEAT = { everyMs: 5_000, missed: 12 };
const HANDSHAKE_TIMEOUT_MS = 10_000;
const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
const MAX_REFUSAL_BYTES = 16 * 1024;
const STDIN_CHUNK_BYTES = 32 * 1024;

/** What is to run, and where. */
export interface ExecRequest {
  namespace: string;
  pod: string;
  container: string;
  command: string[];
  /** A terminal: standard input is open, and errors come with the output. Without it errors are not asked for. */
  tty: boolean;
}

/** What is told of a program that runs; after `onEnd` nothing. */
export interface ExecHandlers {
  /** Standard output; of a terminal, errors too. */
  onOutput(bytes: Buffer): void;
  /** The program has ended with this code, or (undefined) the connection has. */
  onEnd(code: number | undefined): void;
}

/** A program that runs in a container. */
export interface ExecSession {
  /** @param onSent - called when the bytes have gone out, or never will */
  write(bytes: Buffer, onSent?: () => void): void;
  resize(cols: number, rows: number): void;
  /** Stops reading, so that the program waits when its output is not taken. */
  pause(): void;
  resume(): void;
  /** Bytes written that have not gone out yet. */
  readonly behind: number;
  close(): void;
}

function urlOf(server: string, request: ExecRequest): string {
  const { namespace, pod, container, command, tty } = request;
  const path = objectPath(PODS, { namespace, name: pod });
  const query = new URLSearchParams({
    container,
    stdout: 'true',
    ...(tty && { stdin: 'true', tty: 'true' }),
  });
  for (const part of command) query.append('command', part);
  return `${server.replace(/^http/, 'ws')}${path}/exec?${query}`;
}

async function readRefusal(response: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of response) {
    text += chunk;
    if (text.length > MAX_REFUSAL_BYTES) break;
  }
  try {
    return JSON.parse(text);
  } catch {
    // A proxy in between answers with HTML; the status says enough.
    return undefined;
  }
}

function follow(socket: WebSocket, handlers: ExecHandlers): void {
  let ended = false;
  const end = (code: number | undefined) => {
    if (ended) return;
    ended = true;
    handlers.onEnd(code);
    socket.close();
  };
  socket.on('message', (message: Buffer) => {
    if (ended || message.length === 0) return;
    const [channel] = message;
    const bytes = message.subarray(1);
    if (channel === STATUS) end(execStatusCode(bytes.toString()));
    // An API server opens each channel with an empty message.
    else if (channel === STDOUT && bytes.length > 0) handlers.onOutput(bytes);
  });
  // One that never opened is told by openExec's rejection.
  socket.once('open', () => socket.on('close', () => end(undefined)));
}

function sessionOf(socket: WebSocket): ExecSession {
  const send = (channel: number, bytes: Buffer, onSent?: () => void) => {
    if (socket.readyState !== WebSocket.OPEN) return;
    socket.send(Buffer.concat([Buffer.of(channel), bytes]), onSent);
  };
  return {
    write(bytes, onSent) {
      for (let at = 0; at < bytes.length; at += STDIN_CHUNK_BYTES) {
        send(STDIN, bytes.subarray(at, at + STDIN_CHUNK_BYTES), onSent);
      }
    },
    resize(cols, rows) {
      const size = JSON.stringify({ Width: cols, Height: rows });
      send(RESIZE, Buffer.from(size));
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    get behind() {
      return socket.bufferedAmount;
    },
    // Not a polite close(): a paused or dead connection would keep the program running.
    close: () => socket.terminate(),
  };
}

/**
 * Runs a program in a container; resolves once it runs. Throws a KubernetesApiError or an
 * UnreachableError.
 */
export async function openExec(
  access: ClusterAccess,
  request: ExecRequest,
  handlers: ExecHandlers,
): Promise<ExecSession> {
  const { tls } = access;
  const socket = new WebSocket(urlOf(access.server, request), PROTOCOLS, {
    ...tls,
    headers: await access.headers(),
    handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  // Before it is open: the first output may come together with the answer.
  follow(socket, handlers);
  return new Promise((resolve, reject) => {
    socket.once('open', () => {
      heartbeat(socket, BEAT);
      resolve(sessionOf(socket));
    });
    socket.once('unexpected-response', async (sent, response) => {
      const { statusCode = 0 } = response;
      if (statusCode === 401) access.forget();
      const body = await readRefusal(response).catch(() => undefined);
      sent.destroy();
      reject(toApiError(statusCode, body));
    });
    socket.on('error', cause =>
      reject(
        new UnreachableError('The container cannot be reached', { cause }),
      ),
    );
  });
}
