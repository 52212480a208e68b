import { aCluster } from '../__testUtils__/fixtures';
import { openClusters, refusalOf } from '../basics/clusterChoice';
import { clonePath, needsDirectory } from '../repositories/directories';
import { presetOf } from './presets';
import { shortages } from './room';

it('knows a preset however its quantities are written', () => {
  expect(presetOf({ cpu: '2000m', memory: '4096Mi', storage: '10Gi' })).toBe(
    'medium',
  );
  expect(
    presetOf({ cpu: '3', memory: '4Gi', storage: '10Gi' }),
  ).toBeUndefined();
  expect(presetOf({ cpu: '', memory: '', storage: '' })).toBeUndefined();
});

it('finds what the cluster has too little of', () => {
  const { quota } = aCluster({ cpuLeft: '3' });
  expect(
    shortages({ cpu: '3500m', memory: '20Gi', storage: '1Ti' }, quota),
  ).toEqual(['cpu', 'storage']);
  expect(
    shortages(
      { cpu: '9', memory: 'x', storage: '' },
      {
        ...quota,
        cpu: { used: '6' },
      },
    ),
  ).toEqual([]);
});

it('refuses a cluster with its reason', () => {
  expect(refusalOf(aCluster({ enabled: false }))).toBe('workspacesDisabled');
  expect(refusalOf(aCluster({ phase: 'Updating' }))).toBe('notReady');
  expect(refusalOf(aCluster({ countLeft: '0' }))).toBe('full');
  expect(openClusters([aCluster(), aCluster({ enabled: false })])).toHaveLength(
    1,
  );
});

describe('directories', () => {
  const line = (url: string, directory = '') => ({
    url,
    directory,
    branch: '',
    credential: '',
  });

  it('are asked for where two lines lead to one', () => {
    const lines = [
      line('https://a.b/x/api.git'),
      line('git@a.b:y/api'),
      line('https://a.b/x/web'),
      line(''),
      line(''),
    ];
    expect(lines.map((_, index) => needsDirectory(lines, index))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('lie where the controller clones to', () => {
    expect(clonePath([line('https://a.b/x/api')], 0)).toBe('/workspace/src');
    expect(
      clonePath([line('https://a.b/x/api'), line('https://a.b/y/api', 'z')], 1),
    ).toBe('/workspace/z');
  });
});
