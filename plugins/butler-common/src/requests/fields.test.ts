import { quantitySchema, repositorySchema } from './fields';

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

  it('take quantities above zero', () => {
    const schema = quantitySchema('2');
    expect(
      ['2', '500m', '0', '-1', 'x', ''].map(
        text => schema.safeParse(text).success,
      ),
    ).toEqual([true, true, false, false, false, false]);
  });
});
