import { aCluster } from '../__testUtils__/fixtures';
import { openClusters, refusalOf } from './clusterChoice';

it('refuses a cluster with its reason', () => {
  expect(refusalOf(aCluster({ enabled: false }))).toBe('workspacesDisabled');
  expect(refusalOf(aCluster({ phase: 'Updating' }))).toBe('notReady');
  expect(refusalOf(aCluster({ countLeft: '0' }))).toBe('full');
  expect(openClusters([aCluster(), aCluster({ enabled: false })])).toHaveLength(
    1,
  );
});
