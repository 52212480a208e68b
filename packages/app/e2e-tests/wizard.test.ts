import type { Page } from '@playwright/test';
import { phaseInCluster } from './cluster';
import { apply, kubectl, noKubectl } from './kubectl';
import { expect, test } from './test';
import {
  goToStep,
  NAMESPACE,
  openWizard,
  stepButton,
  workspacesInCluster,
} from './wizard';

// The private half was thrown away.
const OWN_KEY =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO1H/YQWHuSO7HqihKU67CJRb5E09RCk+BAdxeIHXYjk laptop';

const STARTS_WITHIN_MS = 60_000;

test.skip(noKubectl, 'there is no kubectl on this machine');

async function createdAs(page: Page, name: string) {
  await expect(page).toHaveURL(new RegExp(`/chambers/${NAMESPACE}/${name}$`), {
    timeout: 30_000,
  });
}

function field(page: Page, name: string) {
  return page.getByLabel(name, { exact: true });
}

test('two clicks lead from the list to a running workspace', async ({
  page,
  portal,
}) => {
  await openWizard(page);
  await page
    .getByRole('button', { name: 'Create now from Plain Ubuntu' })
    .click();

  await createdAs(page, 'plain-ubuntu-developer');
  await expect(
    page.getByRole('main').getByText('Running', { exact: true }),
  ).toBeVisible({ timeout: STARTS_WITHIN_MS });
  expect(
    await phaseInCluster(
      portal.kubeconfig,
      NAMESPACE,
      'plain-ubuntu-developer',
    ),
  ).toBe('Running');
});

test('everything that is said in the wizard is in the workspace, and nothing else', async ({
  page,
  portal,
}) => {
  const name = 'refunds-review';
  await apply(portal.kubeconfig, {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'kubernetes.io/basic-auth',
    metadata: { name: 'git-readers', namespace: NAMESPACE },
    stringData: { username: 'git', password: 'not-a-real-password' },
  });
  await openWizard(page);
  await page.getByRole('radio', { name: /Start from scratch/ }).check();

  await goToStep(page, 'Basics');
  await field(page, 'Name').fill(name);
  await field(page, 'Image').fill('ghcr.io/butlerdotdev/workspace-go:1.24');
  await page.keyboard.press('Escape');

  await goToStep(page, 'Code');
  const add = page.getByRole('button', { name: 'Add repository' });
  const row = (number: number) =>
    page.getByRole('group', { name: `Repository ${number}` });
  await add.click();
  await row(1).getByLabel('URL').fill('https://git.example.com/acme/shop.git');
  await row(1).getByLabel('Branch').fill('develop');
  await add.click();
  await row(2)
    .getByLabel('URL')
    .fill('https://git.example.com/payments/vault.git');
  await row(2).getByLabel('Git credential').click();
  await page.getByRole('option', { name: 'git-readers' }).click();
  await expect(page.getByLabel('In the workspace')).toHaveText(
    '/workspace/shop\n/workspace/vault\n/workspace/workspace.code-workspace',
  );
  await field(page, 'Dotfiles repository').fill(
    'https://git.example.com/me/dotfiles.git',
  );
  await field(page, 'Install command').fill('make install');

  await goToStep(page, 'Size and time');
  await page.getByRole('button', { name: /^Small/ }).click();
  await page
    .getByRole('group', { name: 'Usual values for “Disconnect after”' })
    .getByRole('button', { name: '1 hour' })
    .click();
  await page
    .getByRole('group', { name: 'Usual values for “Stop after”' })
    .getByRole('button', { name: 'never' })
    .click();

  await goToStep(page, 'Environment and access');
  await page.getByRole('radio', { name: 'Copy from a workload' }).check();
  await field(page, 'Namespace').click();
  await page.getByRole('option', { name: 'shop' }).click();
  await field(page, 'Workload').click();
  await page.getByRole('option', { name: 'checkout' }).click();
  await expect(
    page.getByRole('list', { name: '3 variables are copied' }),
  ).toHaveText('LOG_LEVELPAYMENT_PROVIDERCURRENCY');
  const leftOut = page.getByRole('list', { name: /left out/ });
  await expect(leftOut).toContainText('DATABASE_PASSWORDcomes from a Secret');
  await expect(leftOut).toContainText('FEATUREScomes from a ConfigMap');
  await page
    .getByRole('radio', { name: 'Keys for this workspace only' })
    .check();
  await field(page, 'Public keys').fill(OWN_KEY);

  await goToStep(page, 'Review');
  await expect(
    page.getByText('The cluster takes this as it is.'),
  ).toBeVisible();
  const manifest = await page
    .getByRole('region', { name: `${name}.yaml` })
    .innerText();
  expect(
    await kubectl(
      portal.kubeconfig,
      ['apply', '--dry-run=server', '-f', '-'],
      manifest,
    ),
  ).toContain(`${name} created (server dry run)`);

  await page.getByRole('button', { name: 'Create workspace' }).click();
  await createdAs(page, name);
  const all = await workspacesInCluster(portal.kubeconfig);
  const created = all.find(({ metadata }) => metadata.name === name);
  expect(created?.spec).toEqual({
    owner: 'developer@example.com',
    clusterRef: { name: 'payments-dev' },
    image: 'ghcr.io/butlerdotdev/workspace-go:1.24',
    repositories: [
      { url: 'https://git.example.com/acme/shop.git', branch: 'develop' },
      {
        url: 'https://git.example.com/payments/vault.git',
        // What the resource's own definition fills in.
        branch: 'main',
        secretRef: { name: 'git-readers' },
      },
    ],
    dotfiles: {
      url: 'https://git.example.com/me/dotfiles.git',
      installCommand: 'make install',
    },
    envFrom: {
      kind: 'Deployment',
      namespace: 'shop',
      name: 'checkout',
      container: 'checkout',
    },
    resources: { cpu: '1', memory: '2Gi' },
    storageSize: '5Gi',
    idleTimeout: '1h',
    autoStopAfter: '0s',
    sshPublicKeys: [OWN_KEY],
  });
});

test('a full cluster is seen before, and stopping an idle workspace makes room', async ({
  page,
  portal,
}) => {
  const idle = 'left-alone';
  await apply(portal.kubeconfig, {
    apiVersion: 'butler.butlerlabs.dev/v1alpha1',
    kind: 'Workspace',
    metadata: { name: idle, namespace: NAMESPACE },
    spec: {
      owner: 'developer@example.com',
      clusterRef: { name: 'payments-dev' },
      image: 'ghcr.io/butlerdotdev/workspace-base:latest',
      resources: { cpu: '6', memory: '8Gi' },
    },
  });
  await expect
    .poll(() => phaseInCluster(portal.kubeconfig, NAMESPACE, idle), {
      timeout: STARTS_WITHIN_MS,
    })
    .toBe('Running');

  await openWizard(page);
  await page.getByRole('radio', { name: /Plain Ubuntu/ }).check();
  await goToStep(page, 'Basics');
  await field(page, 'Name').fill('large-one');
  await goToStep(page, 'Size and time');
  await field(page, 'CPU').fill('8');
  await expect(page.getByText(/^Too much: \d+ of 16 used/)).toBeVisible();

  await goToStep(page, 'Review');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(
    page.getByText('The workspace was not created', { exact: true }),
  ).toBeVisible();
  await expect(stepButton(page, 'Size and time')).toHaveAttribute(
    'aria-current',
    'step',
  );

  await page.getByRole('button', { name: `Stop ${idle}` }).click();
  await expect(page.getByText(/^Too much/)).toBeHidden();
  await goToStep(page, 'Review');
  await expect(
    page.getByText('The cluster takes this as it is.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await createdAs(page, 'large-one');
  expect(await phaseInCluster(portal.kubeconfig, NAMESPACE, idle)).toBe(
    'Stopped',
  );
});

test('what only the API server finds stands at its field and on its step', async ({
  page,
  portal,
}) => {
  const MAX_LENGTH =
    '/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/image/maxLength';
  const patchImage = (change: object) =>
    kubectl(portal.kubeconfig, [
      'patch',
      'crd/workspaces.butler.butlerlabs.dev',
      '--type=json',
      `--patch=${JSON.stringify([{ path: MAX_LENGTH, ...change }])}`,
    ]);
  await patchImage({ op: 'add', value: 60 });
  try {
    await openWizard(page);
    await page.getByRole('radio', { name: /Plain Ubuntu/ }).check();
    await goToStep(page, 'Basics');
    const image = field(page, 'Image');
    await image.fill(`registry.example.com/${'deep/'.repeat(10)}base:1`);
    await page.keyboard.press('Escape');

    await goToStep(page, 'Review');
    await expect(
      page.getByText('The cluster does not take this yet'),
    ).toBeVisible();
    await expect(stepButton(page, 'Basics')).toContainText('1 field to mend');
    await stepButton(page, 'Basics').click();
    await expect(image).toHaveAttribute('aria-invalid', 'true');
    await expect(image).toHaveAccessibleDescription(/60/);

    await image.fill('ghcr.io/butlerdotdev/workspace-base:latest');
    await page.keyboard.press('Escape');
    await goToStep(page, 'Review');
    await expect(
      page.getByText('The cluster takes this as it is.'),
    ).toBeVisible();
  } finally {
    await patchImage({ op: 'remove' });
  }
});

test('a reload in the middle keeps what was typed, and the step', async ({
  page,
}) => {
  await openWizard(page);
  await page.getByRole('radio', { name: /React web app/ }).check();
  await goToStep(page, 'Basics');
  await field(page, 'Name').fill('kept');
  await goToStep(page, 'Size and time');
  await field(page, 'Memory').fill('3Gi');
  await field(page, 'Stop after').fill('30m');

  await page.reload();
  await expect(field(page, 'Memory')).toHaveValue('3Gi');
  await expect(field(page, 'Stop after')).toHaveValue('30m');
  await expect(stepButton(page, 'Size and time')).toHaveAttribute(
    'aria-current',
    'step',
  );
  await goToStep(page, 'Basics');
  await expect(field(page, 'Name')).toHaveValue('kept');
  await expect(field(page, 'Image')).toHaveValue(/workspace-node:22$/);
  await goToStep(page, 'Template');
  await expect(
    page.getByRole('radio', { name: /React web app/ }),
  ).toBeChecked();
});

test('a double click creates one workspace with one request', async ({
  page,
  portal,
}) => {
  const before = await workspacesInCluster(portal.kubeconfig);
  const sent: string[] = [];
  page.on('request', request => {
    const { pathname, search } = new URL(request.url());
    if (request.method() !== 'POST' || !pathname.endsWith('/workspaces')) {
      return;
    }
    if (!search.includes('dryRun')) sent.push(pathname);
  });
  await openWizard(page);
  await page.getByRole('radio', { name: /Terraform/ }).check();
  await page.getByRole('button', { name: 'Go to review' }).click();
  await expect(
    page.getByText('The cluster takes this as it is.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Create workspace' }).dblclick();

  await createdAs(page, 'cluster-operations-developer');
  expect(sent).toHaveLength(1);
  const after = await workspacesInCluster(portal.kubeconfig);
  expect(after).toHaveLength(before.length + 1);
});
