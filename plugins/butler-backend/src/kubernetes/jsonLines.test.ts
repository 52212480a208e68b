import { jsonLines } from './jsonLines';

async function read(...chunks: (string | Buffer)[]): Promise<unknown[]> {
  async function* body() {
    yield* chunks;
  }
  const lines: unknown[] = [];
  for await (const line of jsonLines(body())) lines.push(line);
  return lines;
}

describe('jsonLines', () => {
  it('finds lines wherever the chunks are cut', async () => {
    expect(await read('{"a":1}\n{"a"', ':2}', '\n\n{"a":3}\n')).toEqual([
      { a: 1 },
      { a: 2 },
      { a: 3 },
    ]);
  });

  it('joins a character that is cut in two', async () => {
    const bytes = Buffer.from('{"a":"ü"}\n');
    const cut = bytes.indexOf(0xc3) + 1;
    expect(await read(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual([
      { a: 'ü' },
    ]);
  });

  it('leaves out a line that the connection cut off', async () => {
    expect(await read('{"a":1}\n{"a":')).toEqual([{ a: 1 }]);
  });

  it('throws on what is no JSON', async () => {
    await expect(read('<html>\n')).rejects.toThrow();
  });
});
