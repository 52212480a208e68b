import { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import { DecodedJson, decodeJson } from '../json/decodeJson';
import { ApiError } from '../status/apiError';
import { badRequest } from '../status/errors';
import { JsonObject, JsonValue } from '../types';
import { decodeObject, decodeOptions, ReceivedObject } from './serializer';

/** The limit of kube-apiserver (`MaxRequestBodyBytes`). */
const MAX_BODY_BYTES = 3 * 1024 * 1024;

/** The media type of a body, without parameters. */
export function mediaType(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '')
    .split(';')[0]
    .trim()
    .toLowerCase();
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
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
  return Buffer.concat(chunks);
}

/** Reads a whole body; one over the limit is a 413. */
export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString('utf8');
}

/**
 * Reads an object of a kind, in JSON, YAML or protobuf.
 *
 * @throws ApiError 400 for what does not say its kind, 413, 415
 */
export async function receiveObject(
  request: IncomingMessage,
  kind: string,
): Promise<ReceivedObject> {
  return decodeObject(await readBytes(request), mediaType(request), kind);
}

/** Like `receiveObject`, for kinds whose keys nobody counts. */
export async function readObject(
  request: IncomingMessage,
  kind: string,
): Promise<JsonObject> {
  return (await receiveObject(request, kind)).object;
}

/** Reads a JSON patch or merge patch. */
export async function readPatch(
  request: IncomingMessage,
): Promise<DecodedJson> {
  const text = await readBody(request);
  try {
    return decodeJson(text);
  } catch (error) {
    throw badRequest(`error decoding patch: ${(error as Error).message}`);
  }
}

/** Reads an apply patch, which is YAML (and so JSON, too). */
export async function readApplyPatch(
  request: IncomingMessage,
): Promise<JsonValue> {
  const text = await readBody(request);
  try {
    return parse(text) as JsonValue;
  } catch (error) {
    throw badRequest(`error decoding YAML: ${(error as Error).message}`);
  }
}

/** Reads the options of a delete, where there are any. */
export async function readOptionalObject(
  request: IncomingMessage,
): Promise<JsonObject> {
  return decodeOptions(await readBody(request), mediaType(request));
}
