import { ServerResponse } from 'node:http';

type WriteHead = (
  code: number,
  headers?: Record<string, string | number>,
) => ServerResponse;

/** Calls back with the status of a response right before its headers are written. */
export function onHeaders(
  response: ServerResponse,
  listener: (code: number) => void,
): void {
  const writeHead: WriteHead = response.writeHead.bind(response);
  const observed: WriteHead = (code, headers) => {
    listener(code);
    return writeHead(code, headers);
  };
  response.writeHead = observed as ServerResponse['writeHead'];
}
