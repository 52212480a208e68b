import { ServerResponse } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Socket } from 'node:net';
import type { RequestHandler } from 'express';

/** Takes over the connection of a request with `Upgrade: websocket`. */
export type UpgradeHandler = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
) => void;

function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0];
}

/**
 * Hands a request to the server as if nobody listened for upgrades: Node passes them to the application only as long as
 * that holds, and plugins such as signals-backend begin to listen when the first one reaches them.
 */
function passOn(server: Server, request: IncomingMessage, socket: Duplex) {
  socket.on('error', () => socket.destroy());
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket as Socket);
  response.on('finish', () => socket.end());
  server.emit('request', request, response);
}

/**
 * A middleware that makes the server of the first request give the upgrades of one path to the handler. There is no
 * service for WebSockets in Backstage; ADR 0012 says why the server is found so.
 */
export function listenForUpgrades(
  path: string,
  handle: UpgradeHandler,
): RequestHandler {
  const known = new WeakSet<Server>();
  return (request, _, next) => {
    const { server } = request.socket as Socket & { server?: Server };
    if (server && !known.has(server)) {
      known.add(server);
      server.on('upgrade', (upgrade, socket, head) => {
        if (pathOf(upgrade) === path) handle(upgrade, socket, head);
        else if (server.listenerCount('upgrade') === 1) {
          passOn(server, upgrade, socket);
        }
      });
    }
    next();
  };
}
