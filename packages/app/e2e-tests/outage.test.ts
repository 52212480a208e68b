import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passes } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '@butler-portal/sandbox';
import { startPortal, type Portal } from './portal';
import { expect, signInAs, test as base } from './test';

// What a platform team may expect: an outage as long as an API server's restart is healed at once.
const OUTAGE_MS = 10_000;
const LIVE_AGAIN_WITHIN_MS = 5_000;

interface Cluster {
  sandbox: Sandbox;
  kubeconfigFile: string;
}

/** A Portal over a cluster of 1,000 workspaces that a test can cut off. */
const test = base.extend<{ tidy: void }, { cluster: Cluster; portal: Portal }>({
  // The cluster is this file's own, and ends with it.
  tidy: async ({}, provide) => provide(),
  cluster: [
    async ({}, provide) => {
      const folder = mkdtempSync(join(tmpdir(), 'butler-portal-'));
      const kubeconfigFile = join(folder, 'kubeconfig');
      const sandbox = await startSandbox({
        workspaces: 1_000,
        portalKubeconfigFile: kubeconfigFile,
      });
      await provide({ sandbox, kubeconfigFile });
      await sandbox.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  portal: [
    async ({ cluster }, provide) => {
      const portal = await startPortal({
        built: true,
        kubeconfig: cluster.kubeconfigFile,
      });
      await provide(portal);
      await portal.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

test('a cut of ten seconds is shown as stale and heals by itself, with nothing lost or doubled', async ({
  page,
  cluster: { sandbox },
}) => {
  const ofDeveloper = () =>
    sandbox.objects
      .list('workspaces', 'payments')
      .filter(({ spec }) => spec?.owner === 'developer@example.com')
      .map(({ metadata }) => metadata.name)
      .sort();
  await signInAs(page, 'Developer');
  const main = page.getByRole('main');
  const count = main.getByText(/^\d+ workspaces$/);
  await expect(count).toHaveText(`${ofDeveloper().length} workspaces`);
  const [vanishing, staying] = ofDeveloper().filter(name =>
    name.startsWith('load-'),
  );

  await sandbox.faults.goAway();
  const back = passes(OUTAGE_MS);
  const shown = ofDeveloper().length;
  sandbox.objects.delete('workspaces', {
    namespace: 'payments',
    name: vanishing,
  });
  for (const name of ['made-in-the-dark-1', 'made-in-the-dark-2']) {
    sandbox.objects.create('workspaces', {
      apiVersion: 'butler.butlerlabs.dev/v1alpha1',
      kind: 'Workspace',
      metadata: { name, namespace: 'payments' },
      spec: {
        owner: 'developer@example.com',
        clusterRef: { name: 'payments-dev' },
        image: 'ghcr.io/butlerdotdev/workspace-base:latest',
      },
    });
  }
  await expect(main.getByText(/not live since/i)).toBeVisible();
  await expect(count).toHaveText(`${shown} workspaces`);
  await back;

  await sandbox.faults.comeBack();
  await expect(main.getByText(/not live since/i)).toBeHidden({
    timeout: LIVE_AGAIN_WITHIN_MS,
  });
  await expect(count).toHaveText(`${ofDeveloper().length} workspaces`);

  const search = main.getByRole('textbox', { name: /search/i });
  await search.fill(vanishing);
  await expect(main.getByRole('link', { name: vanishing })).toHaveCount(0);
  for (const name of ['made-in-the-dark-1', 'made-in-the-dark-2', staying]) {
    await search.fill(name);
    await expect(main.getByRole('link', { name, exact: true })).toHaveCount(1);
  }
});
