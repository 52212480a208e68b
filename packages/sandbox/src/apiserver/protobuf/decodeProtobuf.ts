import { JsonObject, JsonValue } from '../types';
import { FieldType, Message, MESSAGES } from './messages';

/** What begins every protobuf body of Kubernetes (`k8s.io/apimachinery/pkg/runtime/serializer/protobuf`). */
const MAGIC = Buffer.from('k8s\0');

const ENVELOPE: Message = {
  fields: {
    1: [
      'typeMeta',
      { fields: { 1: ['apiVersion', 'string'], 2: ['kind', 'string'] } },
    ],
    2: ['raw', 'bytes'],
  },
};
const TIME: Message = { fields: { 1: ['seconds', 'int'] } };
const QUANTITY: Message = { fields: { 1: ['string', 'string'] } };

/** A body that is no protobuf of Kubernetes. */
export class ProtobufError extends Error {}

type Wire = { field: number; value: number | Buffer };

function* wireFields(bytes: Buffer): Generator<Wire> {
  let position = 0;
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[position];
      if (byte === undefined) throw new ProtobufError('unexpected EOF');
      position += 1;
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  };
  while (position < bytes.length) {
    const tag = varint();
    const field = Math.floor(tag / 8);
    if (tag % 8 === 0) {
      yield { field, value: varint() };
    } else if (tag % 8 === 2) {
      const length = varint();
      if (position + length > bytes.length) {
        throw new ProtobufError('unexpected EOF');
      }
      yield { field, value: bytes.subarray(position, position + length) };
      position += length;
    } else {
      throw new ProtobufError(`illegal wireType ${tag % 8}`);
    }
  }
}

function scalar(value: number | Buffer, type: FieldType): JsonValue {
  if (type === 'bool') return value !== 0;
  if (type === 'int') return Number(value);
  const bytes = Buffer.isBuffer(value) ? value : Buffer.alloc(0);
  if (type === 'bytes') return bytes.toString('base64');
  if (type === 'quantity') return readMessage(bytes, QUANTITY).string ?? '0';
  if (type === 'time') {
    const { seconds } = readMessage(bytes, TIME);
    return seconds
      ? `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z`
      : '';
  }
  if (typeof type === 'object' && 'fields' in type) {
    return readMessage(bytes, type);
  }
  return bytes.toString('utf8');
}

function readMessage(bytes: Buffer, { fields }: Message): JsonObject {
  const result: JsonObject = {};
  for (const { field, value } of wireFields(bytes)) {
    const [name, type] = fields[field] ?? [];
    if (!name || !type) continue;
    if (typeof type === 'object' && 'list' in type) {
      const list = result[name];
      const item = scalar(value, type.list);
      result[name] = Array.isArray(list) ? [...list, item] : [item];
    } else if (typeof type === 'object' && 'map' in type) {
      const entry: Message = {
        fields: { 1: ['key', 'string'], 2: ['value', type.map] },
      };
      const { key = '', value: content = '' } = readMessage(
        Buffer.from(value as Buffer),
        entry,
      );
      const map = (result[name] ?? {}) as JsonObject;
      result[name] = { ...map, [String(key)]: content };
    } else {
      const read = scalar(value, type);
      // Go writes empty texts; JSON leaves them out.
      if (read !== '') result[name] = read;
    }
  }
  return result;
}

/**
 * Reads an object that a client sent in protobuf.
 *
 * @returns undefined for a kind whose fields are not known here
 * @throws ProtobufError for a body that is none
 */
export function decodeProtobuf(body: Buffer): JsonObject | undefined {
  if (!body.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new ProtobufError(
      'provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]',
    );
  }
  const envelope = readMessage(body.subarray(MAGIC.length), ENVELOPE);
  const { apiVersion, kind } = envelope.typeMeta as JsonObject;
  const message = MESSAGES[`${apiVersion}/${kind}`];
  if (!message) return undefined;
  const raw = Buffer.from(String(envelope.raw ?? ''), 'base64');
  return { apiVersion, kind, ...readMessage(raw, message) };
}
