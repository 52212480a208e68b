import { ServerResponse, STATUS_CODES } from 'node:http';
import { Duplex } from 'node:stream';
import { stringify } from 'yaml';
import { ApiError } from '../status/apiError';
import { protobufStatus } from '../status/protobufStatus';
import { negotiateEncoding } from './negotiate';

/** Answers with JSON, or with YAML where the client wants that. */
export function sendJson(
  response: ServerResponse,
  code: number,
  body: unknown,
  contentType = 'application/json',
): void {
  sendJsonText(response, code, JSON.stringify(body), contentType);
}

/** Answers with what is JSON already. */
export function sendJsonText(
  response: ServerResponse,
  code: number,
  json: string,
  contentType = 'application/json',
): void {
  // Objects are stored and cached as JSON; YAML is for the few who ask for it.
  const yaml =
    contentType === 'application/json' &&
    negotiateEncoding(response.req.headers.accept) === 'yaml';
  sendBytes(
    response,
    code,
    Buffer.from(yaml ? stringify(JSON.parse(json)) : `${json}\n`),
    yaml ? 'application/yaml' : contentType,
  );
}

function sendBytes(
  response: ServerResponse,
  code: number,
  text: Buffer,
  contentType: string,
): void {
  response.writeHead(code, {
    'Content-Type': contentType,
    'Content-Length': text.length,
    'Cache-Control': 'no-cache, private',
  });
  response.end(text);
}

/** Answers with plain text. */
export function sendText(
  response: ServerResponse,
  code: number,
  text: string,
): void {
  response.writeHead(code, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(text);
}

/** What Kubernetes answers for a path that leads nowhere. */
export function sendNoSuchPath(response: ServerResponse): void {
  sendText(response, 404, '404 page not found\n');
}

/** A failure as the API tells it; one that nobody foresaw is a 500. */
function toApiError(error: unknown): ApiError {
  return error instanceof ApiError
    ? error
    : new ApiError(
        500,
        'InternalError',
        `Internal error occurred: ${
          error instanceof Error ? error.message : String(error)
        }`,
      );
}

/** Answers a request for another protocol with the `Status` of a failure and closes the connection; says the code. */
export function refuseUpgrade(socket: Duplex, error: unknown): number {
  const failure = toApiError(error);
  const body = `${JSON.stringify(failure.toStatus())}\n`;
  socket.end(
    [
      `HTTP/1.1 ${failure.code} ${STATUS_CODES[failure.code] ?? ''}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
  return failure.code;
}

/** Answers with the `Status` of a failure. */
export function sendFailure(response: ServerResponse, error: unknown): void {
  const failure = toApiError(error);
  const retryAfter = failure.details?.retryAfterSeconds;
  if (retryAfter !== undefined) {
    response.setHeader('Retry-After', String(retryAfter));
  }
  if (negotiateEncoding(response.req.headers.accept) === 'protobuf') {
    sendBytes(
      response,
      failure.code,
      protobufStatus(failure.toStatus()),
      'application/vnd.kubernetes.protobuf',
    );
    return;
  }
  sendJson(response, failure.code, failure.toStatus());
}
