import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { Sandbox } from '../sandbox';
import { COMMANDS } from './commands';
import { CommandError } from './fields';

const HOST = '127.0.0.1';
const MAX_BODY_BYTES = 64 * 1024;

/** The admin port of a sandbox, as long as it is open. */
export interface AdminServer {
  url: string;
  close(): Promise<void>;
}

/**
 * Refuses whatever a web page could send. A page of another origin can POST a form or plain text to loopback, not JSON
 * (a CORS preflight comes first, and gets no permission here). A page whose name was made to point to 127.0.0.1 (DNS
 * rebinding) is of the same origin and could, but its requests carry that name as their Host.
 */
function refuseWebPages({ method, headers }: IncomingMessage, port: number) {
  if (![`${HOST}:${port}`, `localhost:${port}`].includes(headers.host ?? '')) {
    throw new CommandError(
      `the admin port answers to ${HOST}:${port} only`,
      403,
    );
  }
  if (headers.origin !== undefined) {
    throw new CommandError('the admin port is not for web pages', 403);
  }
  if (method !== 'POST') {
    throw new CommandError('commands are sent with POST', 405);
  }
  const type = (headers['content-type'] ?? '').split(';')[0].trim();
  if (type.toLowerCase() !== 'application/json') {
    throw new CommandError(
      'commands need the header "Content-Type: application/json"',
      415,
    );
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      throw new CommandError(`a body has ${MAX_BODY_BYTES} bytes at most`, 413);
    }
    chunks.push(chunk);
  }
  const content = Buffer.concat(chunks).toString('utf8');
  if (content === '') return {};
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new CommandError(`the body is no JSON: ${(error as Error).message}`);
  }
}

async function run(
  sandbox: Sandbox,
  request: IncomingMessage,
  port: number,
): Promise<unknown> {
  refuseWebPages(request, port);
  const name = (request.url ?? '').slice(1);
  if (!Object.hasOwn(COMMANDS, name)) {
    const known = Object.keys(COMMANDS).join(', ');
    throw new CommandError(`no command "${name}"; there is: ${known}`, 404);
  }
  return COMMANDS[name](sandbox, await readJson(request));
}

function send(response: ServerResponse, code: number, body: object): void {
  response.writeHead(code, {
    'Content-Type': 'application/json',
    ...(code === 405 && { Allow: 'POST' }),
    // What was not read of a body that is too long must not be taken for the next request.
    ...(code === 413 && { Connection: 'close' }),
  });
  response.end(`${JSON.stringify(body)}\n`);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

/**
 * Opens the admin port of a sandbox, on loopback. It is plain HTTP and asks for no token: it can make a sandbox fail,
 * but reads and writes no objects.
 *
 * @param port - 0 takes any free one
 */
export async function startAdminServer(
  sandbox: Sandbox,
  port: number,
): Promise<AdminServer> {
  let bound = port;
  const server = createServer((request, response) => {
    run(sandbox, request, bound).then(
      result => send(response, 200, (result as object | undefined) ?? {}),
      error =>
        send(response, error instanceof CommandError ? error.code : 500, {
          error: error instanceof Error ? error.message : String(error),
        }),
    );
  });
  bound = await listen(server, port);
  return {
    url: `http://${HOST}:${bound}`,
    async close() {
      const closed = new Promise(resolve => {
        server.close(resolve);
      });
      server.closeAllConnections();
      await closed;
    },
  };
}
