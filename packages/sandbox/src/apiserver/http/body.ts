import { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import { ApiError } from '../status/apiError';
import { badRequest, unsupportedMediaType } from '../status/errors';
import { isObject, JsonObject, JsonValue } from '../types';

/** The limit of kube-apiserver (`MaxRequestBodyBytes`). */
const MAX_BODY_BYTES = 3 * 1024 * 1024;

const OBJECT_TYPES = [
  'application/json',
  'application/yaml',
  'application/vnd.kubernetes.protobuf',
];

/** The media type of a body, without parameters. */
export function mediaType(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';')[0].trim();
}

/** Reads a whole body; one over the limit is a 413. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read on and forget: a client that is still sending would not see the answer.
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (size > MAX_BODY_BYTES) {
    throw new ApiError(
      413,
      'RequestEntityTooLarge',
      `Request entity too large: limit is ${MAX_BODY_BYTES}`,
    );
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseText(text: string, type: string): JsonValue {
  return type === 'application/yaml'
    ? (parse(text) as JsonValue)
    : (JSON.parse(text) as JsonValue);
}

/** Reads an object of a kind, in JSON or YAML. */
export async function readObject(
  request: IncomingMessage,
  kind: string,
): Promise<JsonObject> {
  const type = mediaType(request) || 'application/json';
  const text = await readBody(request);
  if (type !== 'application/json' && type !== 'application/yaml') {
    throw unsupportedMediaType(OBJECT_TYPES);
  }
  let value: JsonValue;
  try {
    value = parseText(text, type);
  } catch (error) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${kind}): couldn't get version/kind; json parse error: ${
        (error as Error).message
      }`,
    );
  }
  if (!isObject(value)) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${kind}): it is no object`,
    );
  }
  return value;
}

/** Reads a patch, which is JSON whatever its kind (server-side apply is refused before this). */
export async function readPatch(request: IncomingMessage): Promise<JsonValue> {
  const text = await readBody(request);
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    throw badRequest(`error decoding patch: ${(error as Error).message}`);
  }
}

/** Reads the options of a delete, where there are any. */
export async function readOptionalObject(
  request: IncomingMessage,
): Promise<JsonObject> {
  const text = await readBody(request);
  if (text === '') return {};
  const type = mediaType(request) || 'application/json';
  if (type !== 'application/json' && type !== 'application/yaml') {
    throw unsupportedMediaType(OBJECT_TYPES);
  }
  try {
    const value = parseText(text, type);
    return isObject(value) ? value : {};
  } catch (error) {
    throw badRequest(
      `couldn't get version/kind; json parse error: ${
        (error as Error).message
      }`,
    );
  }
}
