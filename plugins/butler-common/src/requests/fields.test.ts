import {
  durationSchema,
  lineSchema,
  memorySchema,
  quantitySchema,
  storageSizeSchema,
} from './fields';
import { repositoriesSchema, repositorySchema } from './repositories';

const url = 'https://git.example.com/api.git';

function isRepository(part: object): boolean {
  return repositorySchema.safeParse({ url, ...part }).success;
}

describe('fields', () => {
  it.each(['main', 'feature/x', 'v1.2', 'user@fix', 'ümlaut'])(
    'take %j as a branch',
    branch => {
      expect(isRepository({ branch })).toBe(true);
    },
  );

  it.each([
    '',
    '-main',
    '/main',
    '.main',
    'a..b',
    'a//b',
    'a b',
    'a~1',
    'a^',
    'a:b',
    'a?',
    'a*',
    'a[',
    'a\\b',
    'a@{1}',
    'a.lock',
    'a/',
    'a.',
    'a\n',
    'x'.repeat(251),
  ])('do not take %j as a branch', branch =>
    expect(isRepository({ branch })).toBe(false),
  );

  it.each(['', '.', '..', '-a', 'a/b', 'a b', 'x'.repeat(101)])(
    'do not take %j as a directory',
    name => {
      expect(isRepository({ name })).toBe(false);
    },
  );

  it('take a credential by its name only', () => {
    expect(isRepository({ secretRef: { name: 'git-key' } })).toBe(true);
    expect(
      isRepository({ secretRef: { name: 'git-key', namespace: 'search' } }),
    ).toBe(false);
    expect(isRepository({ secretRef: { name: '../x' } })).toBe(false);
  });

  it('take quantities from the least one up', () => {
    const schema = quantitySchema('1m', 'no');
    expect(
      ['2', '500m', '1m', '0.0001', '0', '-1', 'x', ''].map(
        text => schema.safeParse(text).success,
      ),
    ).toEqual([true, true, true, false, false, false, false, false]);
  });

  it('take memory with its unit: four bytes would start no pod', () => {
    expect(
      ['4Gi', '1Mi', '4', '1m', '4294967296'].map(
        text => memorySchema.safeParse(text).success,
      ),
    ).toEqual([true, true, false, false, true]);
  });

  it('take the size of a volume as text or as a number of bytes', () => {
    expect(
      ['10Gi', 1_048_576, 1024, 0, -1, 'x', 0.5, null, true].map(
        size => storageSizeSchema.safeParse(size).success,
      ),
    ).toEqual([true, true, false, false, false, false, false, false, false]);
  });

  it('take Go durations from the least one up', () => {
    const schema = durationSchema(BigInt(1), 'no');
    expect(
      ['1ns', '4h', '0s', '-1h', '1d', 'x'].map(
        text => schema.safeParse(text).success,
      ),
    ).toEqual([true, true, false, false, false, false]);
  });

  it('take lines without what cannot be seen', () => {
    const schema = lineSchema(5, { empty: 'none', tooLong: 'long' });
    expect(
      ['a b', '', '  ', 'a\nb', 'a\u202eb', 'abcdef'].map(
        text => schema.safeParse(text).success,
      ),
    ).toEqual([true, false, false, false, false, false]);
  });

  it.each(['https://git.example.com/a/b/..', 'git@git.example.com:a/..'])(
    'do not clone %j over the directory above',
    bad => {
      const result = repositoriesSchema.safeParse([{ url: bad }]);
      expect(result.error?.issues).toMatchObject([{ path: [0, 'url'] }]);
      expect(
        repositoriesSchema.safeParse([{ url: bad, name: 'b' }]).success,
      ).toBe(true);
    },
  );
});
