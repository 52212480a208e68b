import { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import { DecodedJson, decodeJson } from '../json/decodeJson';
import { decodeProtobuf, ProtobufError } from '../protobuf/decodeProtobuf';
import { ApiError } from '../status/apiError';
import { badRequest, unsupportedMediaType } from '../status/errors';
import { isObject, JsonObject, JsonValue } from '../types';

/** The limit of kube-apiserver (`MaxRequestBodyBytes`). */
const MAX_BODY_BYTES = 3 * 1024 * 1024;
/** How much of a body a message quotes (`transformDecodeError`). */
const SUMMARY_BYTES = 30;

const JSON_TYPE = 'application/json';
const YAML_TYPE = 'application/yaml';
const PROTOBUF_TYPE = 'application/vnd.kubernetes.protobuf';
const OBJECT_TYPES = [JSON_TYPE, YAML_TYPE, PROTOBUF_TYPE];

/** An object as a client sent it. */
export interface ReceivedObject {
  object: JsonObject;
  /** The paths of keys that stood more than once. */
  duplicates: string[];
}

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

/** Reads an object in protobuf, which kubectl sends for the kinds that it knows. */
function receiveProtobuf(bytes: Buffer, kind: string): ReceivedObject {
  let object: JsonObject | undefined;
  try {
    object = decodeProtobuf(bytes);
  } catch (error) {
    if (!(error instanceof ProtobufError)) throw error;
    throw badRequest(
      `the object provided is unrecognized (must be of type ${kind}): ${
        error.message
      } (${bytes.subarray(0, SUMMARY_BYTES).toString('hex')})`,
    );
  }
  if (!object) throw unsupportedMediaType([JSON_TYPE, YAML_TYPE]);
  return { object, duplicates: [] };
}

function objectType(request: IncomingMessage): string {
  const type = mediaType(request) || JSON_TYPE;
  if (type !== JSON_TYPE && type !== YAML_TYPE) {
    throw unsupportedMediaType(OBJECT_TYPES);
  }
  return type;
}

function decodeText(text: string, type: string): DecodedJson {
  return type === YAML_TYPE
    ? {
        value: parse(text, { uniqueKeys: false }) as JsonValue,
        duplicates: [],
      }
    : decodeJson(text);
}

/** Go's words for a document that is no object. */
function wrongType(value: JsonValue): string | undefined {
  if (isObject(value) || value === null) return undefined;
  const type = Array.isArray(value) ? 'array' : goType(value);
  return `json: cannot unmarshal ${type} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`;
}

function goType(value: JsonValue): string {
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function summary(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length === 0) return '<empty>';
  const head = bytes.subarray(0, SUMMARY_BYTES);
  const more = bytes.length > SUMMARY_BYTES ? ' ...' : '';
  return `${
    text.startsWith('{') ? head.toString('utf8') : head.toString('hex')
  }${more}`;
}

/** Reads an object of a kind, in JSON, YAML or protobuf. What does not say its kind is a 400. */
export async function receiveObject(
  request: IncomingMessage,
  kind: string,
): Promise<ReceivedObject> {
  const bytes = await readBytes(request);
  if (mediaType(request) === PROTOBUF_TYPE) return receiveProtobuf(bytes, kind);
  const text = bytes.toString('utf8');
  const type = objectType(request);
  const refuse = (what: string) =>
    badRequest(
      `the object provided is unrecognized (must be of type ${kind}): ${what} (${summary(
        text,
      )})`,
    );
  let decoded: DecodedJson;
  try {
    decoded = decodeText(text, type);
  } catch (error) {
    throw refuse(
      `couldn't get version/kind; json parse error: ${
        (error as Error).message
      }`,
    );
  }
  const { value, duplicates } = decoded;
  const wrong = wrongType(value);
  if (wrong) {
    throw refuse(`couldn't get version/kind; json parse error: ${wrong}`);
  }
  if (!isObject(value) || !value.kind) {
    throw refuse(`Object 'Kind' is missing in '${text}'`);
  }
  return { object: value, duplicates };
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
  const text = await readBody(request);
  if (text === '') return {};
  const type = objectType(request);
  let value: JsonValue;
  try {
    value = decodeText(text, type).value;
  } catch (error) {
    throw badRequest(
      `couldn't get version/kind; json parse error: ${
        (error as Error).message
      }`,
    );
  }
  const wrong = wrongType(value);
  if (wrong) {
    throw badRequest(`couldn't get version/kind; json parse error: ${wrong}`);
  }
  return isObject(value) ? value : {};
}
