import { randomBytes } from 'node:crypto';
import { request } from 'node:https';
import { JsonObject } from '../apiserver/types';

/** Asks for a WebSocket; answers the status (101 when it is opened, and then closed at once) and the body of a refusal. */
export function askForUpgrade(
  api: { url: string; token: string; ca: string },
  path: string,
  {
    method = 'GET',
    headers = {},
  }: { method?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; body?: JsonObject }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${api.url}${path}`, {
      method,
      ca: api.ca,
      headers: {
        Authorization: `Bearer ${api.token}`,
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
        'Sec-WebSocket-Protocol': 'v5.channel.k8s.io',
        ...headers,
      },
    });
    sent.on('error', reject);
    sent.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve({ status: 101 });
    });
    sent.on('response', response => {
      let text = '';
      response.on('data', chunk => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          ...(text.startsWith('{') && { body: JSON.parse(text) }),
        }),
      );
    });
    sent.end();
  });
}
