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

/** Reads what JSON is made of, one after the other; fails with the words of Go's encoding/json (its scanner.go). */
export class Scanner {
  private position = 0;

  constructor(private readonly text: string) {}

  /** The character that comes next; undefined at the end. */
  peek(): string | undefined {
    return this.text[this.position];
  }

  /** Goes past the next character. */
  skip(): void {
    this.position += 1;
  }

  skipSpace(): void {
    while (' \t\r\n'.includes(this.peek() ?? 'x')) {
      this.position += 1;
    }
  }

  /** The error for what comes next, or for the end. */
  unexpected(where: string): SyntaxError {
    const character = this.peek();
    return new SyntaxError(
      character === undefined
        ? END
        : `invalid character ${quoted(character)} ${where}`,
    );
  }

  /** Reads the word, which stands for the value. */
  literal<T>(word: string, value: T): T {
    for (let i = 0; i < word.length; i += 1) {
      if (this.peek() !== word[i]) {
        throw this.unexpected(`in literal ${word} (expecting '${word[i]}')`);
      }
      this.position += 1;
    }
    return value;
  }

  private digits(where: string): void {
    if (!/\d/.test(this.peek() ?? '')) {
      throw this.unexpected(where);
    }
    while (/\d/.test(this.peek() ?? '')) this.position += 1;
  }

  number(): number {
    const start = this.position;
    if (this.peek() === '-') this.position += 1;
    if (this.peek() === '0') this.position += 1;
    else this.digits('in numeric literal');
    if (this.peek() === '.') {
      this.position += 1;
      this.digits('after decimal point in numeric literal');
    }
    if (/[eE]/.test(this.peek() ?? '')) {
      this.position += 1;
      if (/[+-]/.test(this.peek() ?? '')) this.position += 1;
      this.digits('in exponent of numeric literal');
    }
    return Number(this.text.slice(start, this.position));
  }

  string(): string {
    this.position += 1;
    let result = '';
    for (;;) {
      const next = this.peek();
      if (next === undefined || next < ' ') {
        throw this.unexpected('in string literal');
      }
      this.position += 1;
      if (next === '"') return result;
      result += next === '\\' ? this.escape() : next;
    }
  }

  private escape(): string {
    const next = this.peek();
    if (next === 'u') {
      this.position += 1;
      const start = this.position;
      while (this.position < start + 4) {
        if (!/[0-9a-fA-F]/.test(this.peek() ?? '')) {
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
}
