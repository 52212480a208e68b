import fc from 'fast-check';
import { formatBytes, formatCores, parseQuantity } from './quantities';

const NANO = BigInt(1_000_000_000);

describe('quantities', () => {
  it.each<[string | number, bigint]>([
    ['0', BigInt(0)],
    ['2', BigInt(2) * NANO],
    [2, BigInt(2) * NANO],
    ['500m', NANO / BigInt(2)],
    ['0.5', NANO / BigInt(2)],
    ['.5', NANO / BigInt(2)],
    ['1.', NANO],
    ['+1', NANO],
    ['-1', -NANO],
    ['1k', BigInt(1000) * NANO],
    ['1Ki', BigInt(1024) * NANO],
    ['1.5Gi', BigInt(1536) * BigInt(1024) ** BigInt(2) * NANO],
    ['1E', BigInt(10) ** BigInt(18) * NANO],
    ['1e3', BigInt(1000) * NANO],
    ['1E3', BigInt(1000) * NANO],
    ['1e-3', NANO / BigInt(1000)],
    ['1n', BigInt(1)],
    ['0.1n', BigInt(1)],
    ['-0.1n', BigInt(-1)],
    ['9007199254740993', BigInt('9007199254740993') * NANO],
  ])('%j is read exactly', (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '1 ',
    '1K',
    '1ki',
    '1mi',
    '1e',
    'e3',
    '.',
    '1.2.3',
    '0x1',
    '1Gi1',
    '--1',
    'NaN',
    '1e999',
    '1\n',
    '9'.repeat(65),
  ])('%j is no quantity', text => expect(parseQuantity(text)).toBeUndefined());

  it('are the same whether written in binary units or in full', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(6), (number, unit) => {
        const suffix = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'][unit];
        const full = BigInt(number) * BigInt(1024) ** BigInt(unit);
        expect(parseQuantity(`${number}${suffix}`)).toBe(full * NANO);
      }),
    );
  });

  it('are written as people and Kubernetes write them', () => {
    fc.assert(
      fc.property(fc.nat(), bytes => {
        const nano = BigInt(bytes) * NANO;
        expect(parseQuantity(formatBytes(nano))).toBe(nano);
      }),
    );
    expect(formatBytes(BigInt(4096) * BigInt(1024) ** BigInt(2) * NANO)).toBe(
      '4Gi',
    );
    expect(formatBytes(BigInt(1000) * NANO)).toBe('1000');
    expect(formatCores(BigInt(2) * NANO)).toBe('2');
    expect(formatCores(NANO / BigInt(2))).toBe('500m');
  });
});
