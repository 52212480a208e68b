/** What a blob in SSH's wire encoding does not hold, or holds too much of. */
export class WireError extends Error {}

const LENGTH_BYTES = 4;

/**
 * Reads the data types of RFC 4251, section 5. Strict: what is short, negative or not written in
 * the fewest bytes is refused, since two spellings of one key would have two fingerprints.
 */
export class WireReader {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** A `string`: bytes behind their length. */
  bytesField(): Uint8Array {
    const from = this.#at + LENGTH_BYTES;
    if (from > this.bytes.length) throw new WireError('short');
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset);
    const to = from + view.getUint32(this.#at);
    if (to > this.bytes.length) throw new WireError('short');
    this.#at = to;
    return this.bytes.subarray(from, to);
  }

  /** A `string` of printable ASCII: names of algorithms, curves and applications. */
  text(): string {
    const text = String.fromCharCode(...this.bytesField());
    if (!/^[\x20-\x7e]+$/.test(text)) throw new WireError('no text');
    return text;
  }

  /**
   * A positive `mpint`.
   *
   * @returns its bytes without the zero that keeps it positive
   */
  positive(): Uint8Array {
    const field = this.bytesField();
    if (field.length === 0 || field[0] >= 0x80) throw new WireError('negative');
    if (field[0] !== 0) return field;
    if (field.length < 2 || field[1] < 0x80) throw new WireError('padded');
    return field.subarray(1);
  }

  /** Throws when anything follows what was read. */
  end(): void {
    if (this.#at !== this.bytes.length) throw new WireError('trailing bytes');
  }
}
