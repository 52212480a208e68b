import { aCluster, someValues } from '../__testUtils__/fixtures';
import { formSchema } from './schema';
import type { FormKnowledge } from './schema';
import { EMPTY_VALUES } from './values';
import type { CreateValues } from './values';

const KNOWLEDGE: FormKnowledge = {
  isTaken: (team, name) => team === 'payments' && name === 'taken',
  clusters: [
    aCluster(),
    aCluster({ name: 'full', countLeft: '0' }),
    aCluster({ name: 'off', enabled: false }),
  ],
  texts: {
    chooseTeam: 'choose team',
    chooseCluster: 'choose cluster',
    clusterTakesNone: 'takes none',
    clusterFull: 'full',
    nameTaken: 'taken',
    ownKeyMissing: 'own key',
    luaMissing: 'lua',
    archiveMissing: 'archive',
  },
  fieldText: (message: string) => message,
};
const NEOVIM = EMPTY_VALUES.neovim;
const ROW = { url: '', branch: '', directory: '', credential: '' };

function errorsOf(values: Partial<CreateValues>): Record<string, string> {
  const result = formSchema(KNOWLEDGE).safeParse(someValues(values));
  const issues = result.error?.issues ?? [];
  return Object.fromEntries(
    // Of several at one field the form shows the first.
    issues.reverse().map(({ path, message }) => [path.join('.'), message]),
  );
}

describe('formSchema', () => {
  it('takes a form that is complete', () => {
    expect(errorsOf({})).toEqual({});
  });

  it('leaves quantities to their defaults when nothing is typed', () => {
    expect(errorsOf({ cpu: '', memory: ' ', storage: '' })).toEqual({});
  });

  it.each([
    ['name', { name: 'Not A Name' }],
    ['name', { name: '' }],
    ['name', { name: 'taken' }],
    ['image', { image: 'no image' }],
    ['cpu', { cpu: 'two' }],
    ['memory', { memory: '-1' }],
    ['storage', { storage: '10 GB' }],
    ['team', { team: '' }],
    ['repositories.0.url', { repositories: [ROW] }],
    [
      'repositories.1.branch',
      {
        repositories: [
          { ...ROW, url: 'https://git.example.com/a/one' },
          { ...ROW, url: 'https://git.example.com/a/two', branch: '-x' },
        ],
      },
    ],
    [
      'repositories.0.directory',
      {
        repositories: [
          { ...ROW, url: 'https://git.example.com/a/one', directory: '../x' },
        ],
      },
    ],
  ])('says what is wrong at %s', (field, values) => {
    expect(Object.keys(errorsOf(values))).toEqual([field]);
  });

  it.each([
    ['', 'choose cluster'],
    ['full', 'full'],
    ['off', 'takes none'],
  ])('refuses the cluster “%s” before it is sent', (cluster, message) => {
    expect(errorsOf({ cluster })).toEqual({ cluster: message });
  });

  it.each([
    ['keys.own', 'own key', { keys: { source: 'own', own: ' \n' } }],
    ['neovim.lua', 'lua', { neovim: { ...NEOVIM, source: 'lua' } }],
    ['neovim.archive', 'archive', { neovim: { ...NEOVIM, source: 'archive' } }],
  ])(
    'asks for what belongs to the source that is chosen: %s',
    (field, message, values) => {
      expect(errorsOf(values)).toEqual({ [field]: message });
    },
  );

  it('does not look at sources that are not chosen', () => {
    const neovim = { ...NEOVIM, repo: 'no url', archive: 'none' };
    const keys = { source: 'profile', own: 'no key' };
    expect(errorsOf({ neovim, keys })).toEqual({});
  });

  it('catches two repositories that would be cloned into one directory', () => {
    const repositories = [
      { ...ROW, url: 'https://git.example.com/a/api.git' },
      { ...ROW, url: 'git@git.example.com:b/api.git' },
    ];
    expect(Object.keys(errorsOf({ repositories }))).toEqual([
      'repositories.1.url',
    ]);
    repositories[1].directory = 'api-b';
    expect(errorsOf({ repositories })).toEqual({});
  });
});
