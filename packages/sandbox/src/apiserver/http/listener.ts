import { createServer, Server } from 'node:https';
import { AddressInfo, Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { IncomingMessage, RequestListener } from 'node:http';
import { ServerCertificate } from './tls';
import { refuseUnknownMethod } from './unknownMethod';

const HOST = '127.0.0.1';

/** Receives the requests for another protocol, with the connection. */
export type UpgradeListener = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
) => void;

/** The HTTPS server of an API: it can go away with all its connections and come back on the same port. */
export class Listener {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private boundPort = 0;

  constructor(
    private readonly certificate: ServerCertificate,
    private readonly handle: RequestListener,
    private readonly handleUpgrade: UpgradeListener,
  ) {}

  /** The port, once the server listens. */
  get port(): number {
    return this.boundPort;
  }

  get url(): string {
    return `https://${HOST}:${this.boundPort}`;
  }

  async listen(port: number): Promise<void> {
    if (this.server) return;
    // Client certificates are asked for, not demanded: whoever has none may have a token. One that does not verify is
    // refused with a 401, as kube-apiserver does, instead of a broken connection.
    const server = createServer(
      { ...this.certificate, requestCert: true, rejectUnauthorized: false },
      this.handle,
    );
    // Watches live longer than any request timeout.
    server.requestTimeout = 0;
    server.keepAliveTimeout = 60_000;
    server.on('upgrade', this.handleUpgrade);
    server.on('clientError', refuseUnknownMethod);
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, HOST, () => {
        server.off('error', reject);
        resolve();
      });
    });
    this.server = server;
    this.boundPort = (server.address() as AddressInfo).port;
  }

  /** Resets the connection of a request, so that the client gets an ECONNRESET instead of an orderly end. */
  reset({ remotePort }: Socket): void {
    // Only the connection under the encrypted one can be reset.
    for (const socket of this.sockets) {
      if (socket.remotePort === remotePort) socket.resetAndDestroy();
    }
  }

  /** Cuts every connection and stops listening. */
  async close(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    const closed = new Promise<void>(resolve => {
      server.close(() => resolve());
    });
    for (const socket of this.sockets) {
      socket.destroy();
    }
    await closed;
  }
}
