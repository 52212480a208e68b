import { aCluster, someValues } from '../__testUtils__/fixtures';
import { formSchema } from './schema';
import type { FormKnowledge } from './schema';
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
};
const ROW = { url: '', branch: '', directory: '', credential: '' };

function errorsOf(values: Partial<CreateValues>): Record<string, string> {
  const result = formSchema(KNOWLEDGE).safeParse(someValues(values));
  return Object.fromEntries(
    (result.error?.issues ?? []).map(({ path, message }) => [
      path.join('.'),
      message,
    ]),
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
