import { JsonObject, JsonValue } from '../types';

/** What was read, and which keys stood twice in an object (the last one wins). */
export interface DecodedJson {
  value: JsonValue;
  /** The paths of keys that stood more than once, in their order: `spec.owner`. */
  duplicates: string[];
}

const END = 'unexpected end of JSON input';
const ESCAPES: Record<string, string> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** A character as Go's encoding/json prints it. */
function quoted(character: string): string {
  if (character === "'") return "'\\''";
  if (character === '"') return `'"'`;
  const code = character.charCodeAt(0);
  const byte = code > 0xff ? Buffer.from(character)[0] : code;
  return byte < 0x20 || byte > 0x7e
    ? `'\\x${byte.toString(16).padStart(2, '0')}'`
    : `'${character.replace('\\', '\\\\')}'`;
}

/**
 * Reads JSON as Kubernetes does: fails with the words of Go's encoding/json and tells which keys stand twice, which
 * `JSON.parse` does not (`sigs.k8s.io/json`, `UnmarshalStrict`).
 */
class Decoder {
  private position = 0;
  readonly duplicates: string[] = [];

  constructor(private readonly text: string) {}

  document(): JsonValue {
    const value = this.value('');
    this.skipSpace();
    if (this.position < this.text.length) {
      throw this.unexpected('after top-level value');
    }
    return value;
  }

  private skipSpace(): void {
    while (' \t\r\n'.includes(this.text[this.position] || 'x')) {
      this.position += 1;
    }
  }

  private unexpected(where: string): SyntaxError {
    const character = this.text[this.position];
    return new SyntaxError(
      character === undefined
        ? END
        : `invalid character ${quoted(character)} ${where}`,
    );
  }

  private value(path: string): JsonValue {
    this.skipSpace();
    const next = this.text[this.position];
    if (next === '{') return this.object(path);
    if (next === '[') return this.array(path);
    if (next === '"') return this.string();
    if (next === 't') return this.literal('true', true);
    if (next === 'f') return this.literal('false', false);
    if (next === 'n') return this.literal('null', null);
    if (next === '-' || (next >= '0' && next <= '9')) return this.number();
    throw this.unexpected('looking for beginning of value');
  }

  private literal<T>(word: string, value: T): T {
    for (let i = 0; i < word.length; i += 1) {
      if (this.text[this.position] !== word[i]) {
        throw this.unexpected(`in literal ${word} (expecting '${word[i]}')`);
      }
      this.position += 1;
    }
    return value;
  }

  private digits(where: string): void {
    if (!/\d/.test(this.text[this.position] ?? '')) {
      throw this.unexpected(where);
    }
    while (/\d/.test(this.text[this.position] ?? '')) this.position += 1;
  }

  private number(): number {
    const start = this.position;
    if (this.text[this.position] === '-') this.position += 1;
    if (this.text[this.position] === '0') this.position += 1;
    else this.digits('in numeric literal');
    if (this.text[this.position] === '.') {
      this.position += 1;
      this.digits('after decimal point in numeric literal');
    }
    if (/[eE]/.test(this.text[this.position] ?? '')) {
      this.position += 1;
      if (/[+-]/.test(this.text[this.position] ?? '')) this.position += 1;
      this.digits('in exponent of numeric literal');
    }
    return Number(this.text.slice(start, this.position));
  }

  private string(): string {
    this.position += 1;
    let result = '';
    for (;;) {
      const next = this.text[this.position];
      if (next === undefined || next < ' ') {
        throw this.unexpected('in string literal');
      }
      this.position += 1;
      if (next === '"') return result;
      result += next === '\\' ? this.escape() : next;
    }
  }

  private escape(): string {
    const next = this.text[this.position];
    if (next === 'u') {
      this.position += 1;
      const start = this.position;
      while (this.position < start + 4) {
        if (!/[0-9a-fA-F]/.test(this.text[this.position] ?? '')) {
          throw this.unexpected('in \\u hexadecimal character escape');
        }
        this.position += 1;
      }
      return String.fromCharCode(
        parseInt(this.text.slice(start, this.position), 16),
      );
    }
    if (next === undefined || !`"\\/bfnrt`.includes(next)) {
      throw this.unexpected('in string escape code');
    }
    this.position += 1;
    return ESCAPES[next] ?? next;
  }

  private array(path: string): JsonValue[] {
    this.position += 1;
    const items: JsonValue[] = [];
    this.skipSpace();
    if (this.text[this.position] === ']') {
      this.position += 1;
      return items;
    }
    for (;;) {
      items.push(this.value(`${path}[${items.length}]`));
      this.skipSpace();
      const next = this.text[this.position];
      if (next !== ',' && next !== ']') {
        throw this.unexpected('after array element');
      }
      this.position += 1;
      if (next === ']') return items;
    }
  }

  private object(path: string): JsonObject {
    this.position += 1;
    // A key "__proto__" is a field like any other.
    const fields = new Map<string, JsonValue>();
    this.skipSpace();
    if (this.text[this.position] === '}') {
      this.position += 1;
      return {};
    }
    for (;;) {
      this.skipSpace();
      if (this.text[this.position] !== '"') {
        throw this.unexpected('looking for beginning of object key string');
      }
      const key = this.string();
      const at = path ? `${path}.${key}` : key;
      if (fields.has(key)) this.duplicates.push(at);
      this.skipSpace();
      if (this.text[this.position] !== ':') {
        throw this.unexpected('after object key');
      }
      this.position += 1;
      fields.set(key, this.value(at));
      this.skipSpace();
      const next = this.text[this.position];
      if (next !== ',' && next !== '}') {
        throw this.unexpected('after object key:value pair');
      }
      this.position += 1;
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
