import { connect } from 'node:net';
import { Connection } from 'ssh2';

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/** Lets a client reach what listens on this machine's loopback (`ssh -L`, and the editors' own servers), and nothing else. */
export function serveForwarding(client: Connection): void {
  client.on('tcpip', (accept, reject, { destIP, destPort }) => {
    if (!LOOPBACK.includes(destIP)) {
      reject();
      return;
    }
    const socket = connect(destPort, destIP === '::1' ? '::1' : '127.0.0.1');
    socket.once('error', () => reject());
    socket.once('connect', () => {
      socket.removeAllListeners('error');
      const channel = accept();
      // Either side may go first; the other one is closed with it.
      socket.on('error', () => channel.destroy());
      channel.on('error', () => socket.destroy());
      channel.on('close', () => socket.destroy());
      socket.pipe(channel).pipe(socket);
    });
  });
}
