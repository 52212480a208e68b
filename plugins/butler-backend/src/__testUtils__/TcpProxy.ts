import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** Stands before a server, counts the connections to it, and can break them. */
export class TcpProxy {
  /** How many connections there have been. */
  connections = 0;
  /** Whether bytes are swallowed: a network that lost its way, not a server that refuses. */
  silent = false;
  /** How many bytes were. */
  swallowed = 0;
  readonly #sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  /**
   * @param target - port on loopback to pass everything on to
   * @param port - its own, such as that of one that was stopped; 0 = any free one
   */
  static async start(target: number, port = 0): Promise<TcpProxy> {
    const server = createServer();
    const proxy = new TcpProxy(server);
    server.on('connection', client => proxy.#accept(client, target));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Resets every open connection. */
  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  async stop(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  #accept(client: Socket, target: number): void {
    this.connections += 1;
    const upstream = connect(target, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ]) {
      this.#sockets.add(socket);
      socket.on('data', chunk => {
        if (this.silent) this.swallowed += chunk.length;
        else other.write(chunk);
      });
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
  }
}
