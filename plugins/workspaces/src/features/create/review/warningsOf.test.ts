import { aCluster, someValues } from '../__testUtils__/fixtures';
import { quotaBars } from '../size/quotaBars';
import { warningsOf } from './warningsOf';

const ROW = { url: 'https://a.b/c', branch: '', directory: '' };
const FACTS = { sshKeyCount: 1, bars: [], credentials: ['bot'] };

it('warns of nothing where all is well', () => {
  const repositories = [
    { ...ROW, credential: 'bot' },
    { ...ROW, credential: '' },
  ];
  expect(warningsOf(someValues({ repositories }), FACTS)).toEqual([]);
});

it('warns of a profile without keys, unless the workspace has its own', () => {
  const facts = { ...FACTS, sshKeyCount: 0 };
  expect(warningsOf(someValues(), facts)).toEqual([{ kind: 'noSshKey' }]);
  const keys = { source: 'own', own: 'ssh-ed25519 AAAA' };
  expect(warningsOf(someValues({ keys }), facts)).toEqual([]);
});

it('warns of what the cluster has too little of', () => {
  const values = someValues({ cpu: '11' });
  const bars = quotaBars(values, aCluster().quota);
  expect(warningsOf(values, { ...FACTS, bars })).toEqual([
    { kind: 'quota', part: 'cpu' },
  ]);
});

it('warns once of each credential that the team does not have, as far as that is known', () => {
  const row = { ...ROW, credential: 'lost' };
  const values = someValues({ repositories: [row, row] });
  expect(warningsOf(values, FACTS)).toEqual([
    { kind: 'credential', name: 'lost' },
  ]);
  expect(warningsOf(values, { ...FACTS, credentials: undefined })).toEqual([]);
});
