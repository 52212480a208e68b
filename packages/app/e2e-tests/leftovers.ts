import { askCluster } from './cluster';
import { expect } from '@playwright/test';

const BUTLER = '/apis/butler.butlerlabs.dev/v1alpha1';
const KINDS = ['workspaces', 'workspacetemplates'];

interface List {
  items: { metadata: { name: string; namespace: string } }[];
}

/** The paths of all objects that tests make. */
export async function objectPaths(kubeconfig: string): Promise<string[]> {
  const paths = await Promise.all(
    KINDS.map(async kind => {
      const { items } = await askCluster<List>(kubeconfig, `${BUTLER}/${kind}`);
      return items.map(
        ({ metadata: { namespace, name } }) =>
          `${BUTLER}/namespaces/${namespace}/${kind}/${name}`,
      );
    }),
  );
  return paths.flat();
}

/** Deletes what was not there before a test, and waits until it is gone. */
export async function removeLeftovers(
  kubeconfig: string,
  before: readonly string[],
) {
  const leftovers = async () =>
    (await objectPaths(kubeconfig)).filter(path => !before.includes(path));
  for (const path of await leftovers()) {
    await askCluster(kubeconfig, path, 'DELETE');
  }
  await expect.poll(leftovers, { timeout: 30_000 }).toEqual([]);
}
