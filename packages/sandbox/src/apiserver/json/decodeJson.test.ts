import fc from 'fast-check';
import { decodeJson } from './decodeJson';

describe('reading JSON', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        expect(decodeJson(text)).toEqual({
          value: JSON.parse(text),
          duplicates: [],
        });
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '}', 'x', '0'))
      .map(([text, at, by]) => {
        const position = at % (text.length + 1);
        return text.slice(0, position) + by + text.slice(position + 1);
      });
    const read = (reader: (text: string) => unknown, text: string) => {
      try {
        return { value: reader(text) };
      } catch (error) {
        return { refused: error instanceof SyntaxError };
      }
    };
    fc.assert(
      fc.property(broken, text => {
        expect(read(t => decodeJson(t).value, text)).toEqual(
          read(JSON.parse, text),
        );
      }),
    );
  });

  it('tells which keys stand twice, and takes the last', () => {
    expect(decodeJson('{"a":{"b":1,"b":2,"b":3},"l":[{"c":1,"c":2}]}')).toEqual(
      {
        value: { a: { b: 3 }, l: [{ c: 2 }] },
        duplicates: ['a.b', 'l[0].c'],
      },
    );
  });

  it.each([
    ['', 'unexpected end of JSON input'],
    ['{"a":', 'unexpected end of JSON input'],
    ['kind: x', "invalid character 'k' looking for beginning of value"],
    ['{a', "invalid character 'a' looking for beginning of object key string"],
    ['{"a" 1', "invalid character '1' after object key"],
    ['{"a":1 2', "invalid character '2' after object key:value pair"],
    ['[1 2', "invalid character '2' after array element"],
    ['1 2', "invalid character '2' after top-level value"],
    ['trux', "invalid character 'x' in literal true (expecting 'e')"],
    ['"\\x"', "invalid character 'x' in string escape code"],
    ['"a\nb"', "invalid character '\\x0a' in string literal"],
    ['-x', "invalid character 'x' in numeric literal"],
    ['1.x', "invalid character 'x' after decimal point in numeric literal"],
  ])('says of %j what Go says', (text, message) => {
    expect(() => decodeJson(text)).toThrow(message);
  });
});
