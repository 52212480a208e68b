import { IncomingMessage } from 'node:http';
import { Duplex } from 'node:stream';
import { RawData, WebSocket, WebSocketServer } from 'ws';
import { badRequest } from '../../apiserver/status/errors';

/** The channels of the remote command protocols: the first byte of every message. */
const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;
const ERROR = 3;
const RESIZE = 4;
/** Of version 5 (KEP-4006): the next byte names the channel that ends. */
const CLOSE = 255;

/** Those that are spoken, best first. */
const PROTOCOLS = ['v5.channel.k8s.io', 'v4.channel.k8s.io'];

/** The largest message that is taken; clients send what a person typed or a pipe's pieces. */
const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

const sockets = new WebSocketServer({
  noServer: true,
  maxPayload: MAX_MESSAGE_BYTES,
  handleProtocols: offered => PROTOCOLS.find(p => offered.has(p)) ?? false,
});

/** What comes from the client. */
export interface ChannelListener {
  stdin(data: Buffer): void;
  /** No more input comes; the connection stays. */
  stdinEnd(): void;
  resize(size: { columns: number; rows: number }): void;
  /** The client is gone, or was told the end. */
  closed(): void;
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}

function parseSize(
  text: string,
): { columns: number; rows: number } | undefined {
  try {
    const { Width, Height } = JSON.parse(text);
    return Width > 0 && Height > 0
      ? { columns: Number(Width), rows: Number(Height) }
      : undefined;
  } catch {
    // A size that can't be read is none: the process goes on with the one it has.
    return undefined;
  }
}

/** The streams of one process over one WebSocket. */
export class Channels {
  constructor(private readonly socket: WebSocket) {}

  listen(listener: ChannelListener): void {
    this.socket.on('message', data => {
      const message = bytesOf(data);
      const body = message.subarray(1);
      if (message[0] === STDIN) listener.stdin(body);
      else if (message[0] === CLOSE && body[0] === STDIN) listener.stdinEnd();
      else if (message[0] === RESIZE) {
        const size = parseSize(body.toString());
        if (size) listener.resize(size);
      }
    });
    this.socket.on('close', () => listener.closed());
    // A broken frame or connection: 'close' follows.
    this.socket.on('error', () => {});
  }

  /** Sends output; done when the network has taken it, so that a slow client slows the process down. */
  send(stream: 'stdout' | 'stderr', data: Buffer): Promise<void> {
    return this.write(stream === 'stdout' ? STDOUT : STDERR, data);
  }

  /** Says how it ended, and closes. */
  async finish(status: object): Promise<void> {
    await this.write(ERROR, Buffer.from(JSON.stringify(status)));
    this.socket.close(1000);
  }

  private write(channel: number, data: Buffer): Promise<void> {
    if (this.socket.readyState !== WebSocket.OPEN) return Promise.resolve();
    return new Promise(resolve => {
      // An error means that the client is gone: 'close' tells.
      this.socket.send(Buffer.concat([Buffer.of(channel), data]), () =>
        resolve(),
      );
    });
  }
}

/**
 * Turns an upgrade request into the streams of a process.
 *
 * @throws ApiError 400 when the client does not offer a protocol that is spoken
 */
export function openChannels(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<Channels> {
  const offered = String(request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map(protocol => protocol.trim());
  const isWebSocket = request.headers.upgrade?.toLowerCase() === 'websocket';
  if (!isWebSocket || !PROTOCOLS.some(protocol => offered.includes(protocol))) {
    throw badRequest(
      `unable to upgrade: WebSocket with one of the sub-protocols ${PROTOCOLS.join(
        ', ',
      )} is spoken here`,
    );
  }
  return new Promise(resolve => {
    sockets.handleUpgrade(request, socket, head, connection =>
      resolve(new Channels(connection)),
    );
  });
}
