import { JsonObject, JsonValue } from '../types';
import { Scanner } from './scanner';

/** What was read, and which keys stood twice in an object (the last one wins). */
export interface DecodedJson {
  value: JsonValue;
  /** The paths of keys that stood more than once, in their order: `spec.owner`. */
  duplicates: string[];
}

/**
 * Reads JSON as Kubernetes does: fails with the words of Go's encoding/json and tells which keys stand twice, which
 * `JSON.parse` does not (`sigs.k8s.io/json`, `UnmarshalStrict`).
 */
class Decoder {
  private readonly scanner: Scanner;
  readonly duplicates: string[] = [];

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  document(): JsonValue {
    const value = this.value('');
    this.scanner.skipSpace();
    if (this.scanner.peek() !== undefined) {
      throw this.scanner.unexpected('after top-level value');
    }
    return value;
  }

  private value(path: string): JsonValue {
    this.scanner.skipSpace();
    const next = this.scanner.peek();
    if (next === '{') return this.object(path);
    if (next === '[') return this.array(path);
    if (next === '"') return this.scanner.string();
    if (next === 't') return this.scanner.literal('true', true);
    if (next === 'f') return this.scanner.literal('false', false);
    if (next === 'n') return this.scanner.literal('null', null);
    if (/^[-0-9]$/.test(next ?? '')) return this.scanner.number();
    throw this.scanner.unexpected('looking for beginning of value');
  }

  private array(path: string): JsonValue[] {
    this.scanner.skip();
    const items: JsonValue[] = [];
    this.scanner.skipSpace();
    if (this.scanner.peek() === ']') {
      this.scanner.skip();
      return items;
    }
    for (;;) {
      items.push(this.value(`${path}[${items.length}]`));
      this.scanner.skipSpace();
      const next = this.scanner.peek();
      if (next !== ',' && next !== ']') {
        throw this.scanner.unexpected('after array element');
      }
      this.scanner.skip();
      if (next === ']') return items;
    }
  }

  private object(path: string): JsonObject {
    this.scanner.skip();
    // A key "__proto__" is a field like any other.
    const fields = new Map<string, JsonValue>();
    this.scanner.skipSpace();
    if (this.scanner.peek() === '}') {
      this.scanner.skip();
      return {};
    }
    for (;;) {
      this.scanner.skipSpace();
      if (this.scanner.peek() !== '"') {
        throw this.scanner.unexpected(
          'looking for beginning of object key string',
        );
      }
      const key = this.scanner.string();
      const at = path ? `${path}.${key}` : key;
      if (fields.has(key)) this.duplicates.push(at);
      this.scanner.skipSpace();
      if (this.scanner.peek() !== ':') {
        throw this.scanner.unexpected('after object key');
      }
      this.scanner.skip();
      fields.set(key, this.value(at));
      this.scanner.skipSpace();
      const next = this.scanner.peek();
      if (next !== ',' && next !== '}') {
        throw this.scanner.unexpected('after object key:value pair');
      }
      this.scanner.skip();
      if (next === '}') return Object.fromEntries(fields);
    }
  }
}

/** Reads JSON; what is none is a `SyntaxError` with Go's words. */
export function decodeJson(text: string): DecodedJson {
  const decoder = new Decoder(text);
  const value = decoder.document();
  return { value, duplicates: [...new Set(decoder.duplicates)] };
}
