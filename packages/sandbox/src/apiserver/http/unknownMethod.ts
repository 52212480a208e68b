import { Duplex } from 'node:stream';
import { methodNotAllowed } from '../status/errors';
import { parseResourcePath } from './requestInfo';
import { refuseUpgrade } from './responder';

/**
 * Answers a request whose method Node's parser does not know. It never becomes a request, so that its first line is all
 * there is to read; kube-apiserver answers 405 for a resource.
 */
export function refuseUnknownMethod(
  error: Error & { code?: string; rawPacket?: Buffer },
  socket: Duplex,
): void {
  const [line] = (error.rawPacket?.toString('latin1') ?? '').split('\r\n', 1);
  const path = parseResourcePath(line.split(' ')[1]?.split('?')[0] ?? '');
  if (error.code === 'HPE_INVALID_METHOD' && path && socket.writable) {
    refuseUpgrade(socket, methodNotAllowed(path, ''));
  } else {
    socket.destroy();
  }
}
