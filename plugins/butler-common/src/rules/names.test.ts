import { isDnsLabel, isDnsSubdomain, isWorkspaceName } from './names';

describe('names', () => {
  it.each(['a', '0', 'a-b', 'a--b', 'x'.repeat(63)])('%j is a label', name => {
    expect(isDnsLabel(name)).toBe(true);
  });

  it.each([
    '',
    '.',
    '..',
    'a.b',
    'a/b',
    '%2e%2e',
    '-a',
    'a-',
    'A',
    'a_b',
    'a b',
    'a\n',
    'é',
    'x'.repeat(64),
  ])('%j is none', name => {
    expect(isDnsLabel(name)).toBe(false);
    expect(isWorkspaceName(name)).toBe(false);
  });

  it('leaves room for the name of the SSH service in a workspace’s name', () => {
    expect(isWorkspaceName('x'.repeat(56))).toBe(true);
    expect(`ws-${'x'.repeat(56)}-ssh`).toHaveLength(63);
    expect(isWorkspaceName('x'.repeat(57))).toBe(false);
  });

  it('of Secrets and workloads may have dots, but never lead elsewhere', () => {
    expect(['a', 'a.b-c', 'x'.repeat(253)].map(isDnsSubdomain)).toEqual([
      true,
      true,
      true,
    ]);
    for (const bad of ['', '.', '..', 'a..b', '.a', 'a.', 'a/b', 'A', 'a\n']) {
      expect(isDnsSubdomain(bad)).toBe(false);
    }
    expect(isDnsSubdomain('x'.repeat(254))).toBe(false);
  });
});
