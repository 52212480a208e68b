import { repositoryAt } from './repositoryAt';

const GITHUB = 'https://github.com/acme/ledger';

describe('repositoryAt', () => {
  it.each([
    [`${GITHUB}/tree/next`, GITHUB, 'next'],
    [`${GITHUB}/tree/main/`, GITHUB, 'main'],
    [`${GITHUB}/tree/main/services/api`, GITHUB, 'main'],
    [`${GITHUB}/blob/main/README.md#L5`, GITHUB, 'main'],
    [`${GITHUB}?tab=readme-ov-file`, GITHUB, ''],
    [`${GITHUB}#readme`, GITHUB, ''],
    [
      'https://git.example.com:8443/a/b/c/-/tree/next?ref_type=heads',
      'https://git.example.com:8443/a/b/c',
      'next',
    ],
    ['https://gitlab.com/a/b/-/issues', 'https://gitlab.com/a/b', ''],
    [
      'https://bitbucket.org/a/b/src/next/',
      'https://bitbucket.org/a/b',
      'next',
    ],
    [
      'https://gitea.example.com/a/b/src/branch/next/docs',
      'https://gitea.example.com/a/b',
      'next',
    ],
    [
      'https://dev.azure.com/org/proj/_git/repo?version=GBfeature/x',
      'https://dev.azure.com/org/proj/_git/repo',
      'feature/x',
    ],
    [`${GITHUB}/tree/%0a-x`, GITHUB, ''],
  ])('finds the repository behind the page %s', (address, url, branch) => {
    expect(repositoryAt(address)).toEqual({ url, branch });
  });

  it.each([
    GITHUB,
    `${GITHUB}/`,
    `${GITHUB}.git`,
    'https://gitlab.com/a/b/src/c',
    'https://gitlab.com/a/tree/c.git',
    'https://host/scm/proj/repo.git',
    'https://dev.azure.com/org/proj/_git/repo',
    'https://git.example.com/gitweb?p=acme/ledger',
    'ssh://git@host:7999/a/tree/b.git',
    'git@github.com:acme/ledger.git',
    'https://someone:secret@github.com/a/b/tree/x',
    'https://host/%GG/tree/b',
    'http://github.com/a/b/tree/x',
    'half a ur',
    '',
  ])('leaves alone what is no page: %s', address => {
    expect(repositoryAt(address)).toEqual({ url: address, branch: '' });
  });
});
