import { someValues } from '../__testUtils__/fixtures';
import type { CreateValues } from '../form/values';
import { summaryOf } from './summaryOf';

const NO_REPOSITORY = { url: '', branch: '', directory: '', credential: '' };

function codeOf(values: Partial<CreateValues>) {
  const sections = summaryOf(someValues(values), 'Go', text => text);
  return sections.find(({ step }) => step === 'code')!.lines;
}

describe('summaryOf', () => {
  it('says of each repository its branch, its place and its credential', () => {
    const repositories = [
      {
        ...NO_REPOSITORY,
        url: 'https://git.example.com/acme/api ',
        branch: 'next',
        credential: 'acme-git',
      },
      { ...NO_REPOSITORY, url: 'https://git.example.com/acme/web' },
    ];
    expect(codeOf({ repositories })).toEqual([
      {
        label: 'repository',
        value: 'https://git.example.com/acme/api (next) → /workspace/api',
      },
      { label: 'credential', value: 'acme-git' },
      {
        label: 'repository',
        value: 'https://git.example.com/acme/web (main) → /workspace/web',
      },
      { label: 'dotfiles', value: '' },
    ]);
  });

  it('says how the dotfiles are installed', () => {
    expect(
      codeOf({
        repositories: [],
        dotfilesUrl: 'https://git.example.com/me/dots',
        dotfilesCommand: 'make install',
      }),
    ).toEqual([
      { label: 'repository', value: '' },
      { label: 'dotfiles', value: 'https://git.example.com/me/dots' },
      { label: 'dotfilesCommand', value: 'make install' },
    ]);
  });

  it('says nothing of a line in which nothing stands yet', () => {
    expect(codeOf({ repositories: [NO_REPOSITORY] })[0]).toEqual({
      label: 'repository',
      value: '',
    });
  });
});
