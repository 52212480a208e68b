import { createHash } from 'node:crypto';
import { AddressInfo } from 'node:net';
import { Connection, ParsedKey, Server } from 'ssh2';
import { findAuthorizedKey } from './authorize';
import { serveForwarding } from './forwarding';
import { serveSession, StartShell } from './session';

const HOST = '127.0.0.1';

/** What an SSH server serves. */
export interface SshServerOptions {
  hostKey: string;
  /** The only user. */
  user: string;
  /** Asked at each login, so that a changed Secret counts at once. */
  authorizedKeys(): string;
  start: StartShell;
  /** Takes the lines that sshd would log. */
  log(line: string): void;
}

/** A running SSH server. */
export interface SshServer {
  port: number;
  /** Cuts all connections. */
  close(): Promise<void>;
}

function fingerprintOf(key: ParsedKey): string {
  const hash = createHash('sha256').update(key.getPublicSSH()).digest('base64');
  return `SHA256:${hash.replace(/=+$/, '')}`;
}

function serveClient(
  client: Connection,
  from: string,
  options: SshServerOptions,
): void {
  client.on('authentication', context => {
    const key = findAuthorizedKey(
      context,
      options.user,
      options.authorizedKeys(),
    );
    if (!key) {
      context.reject(['publickey']);
      return;
    }
    if (context.method === 'publickey' && context.signature) {
      options.log(
        `Accepted publickey for ${
          options.user
        } from ${from} ssh2: ${fingerprintOf(key)}`,
      );
    }
    context.accept();
  });
  client.on('ready', () => {
    client.on('session', accept => serveSession(accept(), options.start));
    serveForwarding(client);
  });
  client.on('close', () => options.log(`Disconnected from ${from}`));
  // Port scans and broken networks; 'close' follows.
  client.on('error', () => {});
}

/** Starts an SSH server on a free port of loopback: keys only, one user. */
export async function startSshServer(
  options: SshServerOptions,
): Promise<SshServer> {
  const clients = new Set<Connection>();
  const server = new Server(
    { hostKeys: [options.hostKey], ident: 'Butler-Sandbox' },
    (client, { ip, port }) => {
      clients.add(client);
      client.on('close', () => clients.delete(client));
      serveClient(client, `${ip} port ${port}`, options);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  options.log(`Server listening on ${HOST} port ${port}.`);
  return {
    port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        clients.forEach(client => client.end());
      }),
  };
}
