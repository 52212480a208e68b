import { parse } from 'yaml';
import { DecodedJson, decodeJson } from '../json/decodeJson';
import { decodeProtobuf, ProtobufError } from '../protobuf/decodeProtobuf';
import { badRequest, unsupportedMediaType } from '../status/errors';
import { goType } from '../status/goType';
import { isObject, JsonObject, JsonValue } from '../types';

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

/** Decodes protobuf, which kubectl sends for the kinds that it knows. */
function decodeProtobufObject(bytes: Buffer, kind: string): ReceivedObject {
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

/** No type at all means JSON. */
function textType(type: string): string {
  const given = type || JSON_TYPE;
  if (given !== JSON_TYPE && given !== YAML_TYPE) {
    throw unsupportedMediaType(OBJECT_TYPES);
  }
  return given;
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
  return `json: cannot unmarshal ${goType(
    value,
  )} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`;
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

/** Decodes a JSON or YAML document that has to be an object or nothing; `refuse` makes the error of any other. */
function decodeDocument(
  text: string,
  type: string,
  refuse: (what: string) => Error,
): DecodedJson {
  const refuseJson = (what: string) =>
    refuse(`couldn't get version/kind; json parse error: ${what}`);
  let decoded: DecodedJson;
  try {
    decoded = decodeText(text, type);
  } catch (error) {
    throw refuseJson((error as Error).message);
  }
  const wrong = wrongType(decoded.value);
  if (wrong) throw refuseJson(wrong);
  return decoded;
}

/**
 * Decodes an object of a kind from JSON, YAML or protobuf.
 *
 * @throws ApiError 400 for what is no object or does not say its kind, 415 for another media type
 */
export function decodeObject(
  bytes: Buffer,
  type: string,
  kind: string,
): ReceivedObject {
  if (type === PROTOBUF_TYPE) return decodeProtobufObject(bytes, kind);
  const text = bytes.toString('utf8');
  const refuse = (what: string) =>
    badRequest(
      `the object provided is unrecognized (must be of type ${kind}): ${what} (${summary(
        text,
      )})`,
    );
  const { value, duplicates } = decodeDocument(text, textType(type), refuse);
  if (!isObject(value) || !value.kind) {
    throw refuse(`Object 'Kind' is missing in '${text}'`);
  }
  return { object: value, duplicates };
}

/**
 * Decodes the options of a delete; no text means none.
 *
 * @throws ApiError 400 for what is no object, 415 for another media type
 */
export function decodeOptions(text: string, type: string): JsonObject {
  if (text === '') return {};
  const { value } = decodeDocument(text, textType(type), badRequest);
  return isObject(value) ? value : {};
}
