import type { Browser, Page } from '@playwright/test';
import { expectAccessible, expectNotWider } from './axe';
import { apiAs } from './apiAs';
import { apply, kubectl, noKubectl } from './kubectl';
import { expect, signInAs, test } from './test';

const TEMPLATES = '/chambers/templates';
const IMAGE = 'ghcr.io/butlerdotdev/workspace-go:1.24';

interface Manifest {
  metadata: { name: string; annotations?: Record<string, string> };
  spec: Record<string, unknown>;
}

function aTemplate(name: string, spec: object = {}, namespace = 'payments') {
  return {
    apiVersion: 'butler.butlerlabs.dev/v1alpha1',
    kind: 'WorkspaceTemplate',
    metadata: { name, namespace },
    spec: { displayName: name, template: { image: IMAGE }, ...spec },
  };
}

function aWorkspace(name: string, spec: object = {}) {
  return {
    apiVersion: 'butler.butlerlabs.dev/v1alpha1',
    kind: 'Workspace',
    metadata: { name, namespace: 'payments' },
    spec: {
      owner: 'developer@example.com',
      clusterRef: { name: 'payments-dev' },
      image: IMAGE,
      ...spec,
    },
  };
}

/** Every field of the resource, also those that no form shows. */
const EVERYTHING = {
  description: 'Two lines\nof text.\n',
  icon: 'Hub',
  category: 'data',
  scope: 'team',
  template: {
    image: IMAGE,
    repository: { url: 'https://git.example.com/old.git', branch: 'main' },
    repositories: [
      {
        url: 'https://git.example.com/payments/ledger.git',
        name: 'books',
        branch: 'next',
        secretRef: { name: 'git-https' },
      },
      { url: 'git@git.example.com:payments/contracts.git', branch: 'main' },
    ],
    envFrom: {
      kind: 'StatefulSet',
      name: 'ledger-db',
      namespace: 'shop',
      container: 'main',
    },
    resources: { cpu: '1500m', memory: '6Gi' },
    dotfiles: {
      url: 'https://git.example.com/dotfiles.git',
      installCommand: './install.sh --quiet',
    },
    storageSize: 10_737_418_240,
  },
};

async function stored(kubeconfig: string, name: string, namespace: string) {
  const out = await kubectl(kubeconfig, [
    ...['get', 'wst', name, '-n', namespace],
    ...['-o', 'json', '--ignore-not-found'],
  ]);
  return out ? (JSON.parse(out) as Manifest) : undefined;
}

const field = (page: Page, name: string) =>
  page.getByRole('main').getByRole(name === 'Image' ? 'combobox' : 'textbox', {
    name,
    exact: true,
  });

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).click();

/** Makes, changes, duplicates and deletes a template of the team or of every team. */
async function careFor(
  page: Page,
  kubeconfig: string,
  { namespace, scope, team }: Record<'namespace' | 'scope' | 'team', string>,
) {
  await page.goto(TEMPLATES);
  await page.getByRole('link', { name: 'New template' }).click();
  await field(page, 'Title').fill('Elixir desk');
  await expect(field(page, 'Name')).toHaveValue('elixir-desk');
  await page.getByRole('combobox', { name: 'For' }).click();
  await page.getByRole('option', { name: team }).click();
  await field(page, 'Image').fill('ghcr.io/acme/elixir:1');
  await press(page, 'Create template');
  await expect(page).toHaveURL(
    new RegExp(`${TEMPLATES}/${namespace}/elixir-desk$`),
  );
  expect(await stored(kubeconfig, 'elixir-desk', namespace)).toMatchObject({
    spec: { scope, template: { image: 'ghcr.io/acme/elixir:1' } },
  });

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await field(page, 'Description').fill('Elixir and Postgres');
  await press(page, 'Save template');
  await expect(
    page.getByRole('main').getByText('Elixir and Postgres').first(),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Duplicate' }).click();
  await expect(field(page, 'Name')).toHaveValue('elixir-desk-copy');
  await press(page, 'Create template');
  await expect(page).toHaveURL(
    new RegExp(`${TEMPLATES}/${namespace}/elixir-desk-copy$`),
  );

  await press(page, 'Delete');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('No workspace that you may see');
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled();
  await dialog.getByRole('textbox').fill('elixir-desk-copy');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(new RegExp(`${TEMPLATES}(\\?|$)`));
  await expect(
    page.getByRole('link', { name: 'Elixir desk (copy)', exact: true }),
  ).toHaveCount(0);
  expect(await stored(kubeconfig, 'elixir-desk-copy', namespace)).toBe(
    undefined,
  );
}

async function another(browser: Browser, appUrl: string, persona: string) {
  const context = await browser.newContext({ baseURL: appUrl });
  const page = await context.newPage();
  await signInAs(page, persona);
  return page;
}

test.skip(noKubectl, 'There is no kubectl.');

test('a team admin makes, changes, duplicates and deletes a template of the team', async ({
  page,
  portal,
}) => {
  await signInAs(page, 'Team admin');
  await careFor(page, portal.kubeconfig, {
    namespace: 'payments',
    scope: 'team',
    team: 'Payments',
  });
});

test('a platform admin does so for every team, and the teams see it', async ({
  page,
  portal,
  browser,
}) => {
  await signInAs(page, 'Platform admin');
  await careFor(page, portal.kubeconfig, {
    namespace: 'butler-system',
    scope: 'cluster',
    team: 'Every team',
  });
  const member = await another(browser, portal.appUrl, 'Developer of another');
  await member.goto(TEMPLATES);
  await expect(
    member.getByRole('link', { name: 'Elixir desk', exact: true }),
  ).toBeVisible();
  await expect(
    member.getByRole('link', { name: 'Checkout service' }),
  ).toHaveCount(0);
});

test('an operator uses templates and writes none', async ({
  page,
  portal,
  request,
}) => {
  await signInAs(page, 'Developer');
  const main = page.getByRole('main');
  await page.goto(`${TEMPLATES}/payments/checkout-service`);
  await expect(main.getByRole('link', { name: 'Use template' })).toBeVisible();
  for (const name of ['Edit', 'Duplicate']) {
    await expect(main.getByRole('link', { name })).toHaveCount(0);
  }
  await expect(main.getByRole('button', { name: 'Delete' })).toHaveCount(0);
  for (const path of [
    '/chambers/new-template',
    `${TEMPLATES}/payments/checkout-service/edit`,
  ]) {
    await page.goto(path);
    await expect(
      main.getByText('Templates are written by the admins of a team'),
    ).toBeVisible();
  }

  const asDeveloper = await apiAs(request, portal, 'developer');
  const { displayName, template } = aTemplate('own').spec;
  const draft = { name: 'own', spec: { displayName, template } };
  const put = { metadata: { resourceVersion: '1' }, spec: draft.spec };
  for (const [method, path, body, status] of [
    ['POST', '/teams/payments/templates', draft, 403],
    ['POST', '/templates', draft, 403],
    ['PUT', '/teams/payments/templates/checkout-service', put, 403],
    ['DELETE', '/teams/payments/templates/checkout-service', undefined, 403],
    ['DELETE', '/templates/go-service', undefined, 403],
    ['PUT', '/teams/search/templates/ranking-lab', put, 404],
    ['GET', '/teams/search/templates/ranking-lab', undefined, 404],
  ] as const) {
    const answer = await asDeveloper(method, path, body);
    expect(answer.status(), `${method} ${path}`).toBe(status);
  }
});

test('who saves second sees what was changed and by whom, and decides', async ({
  page,
  portal,
  browser,
}) => {
  const { kubeconfig } = portal;
  await apply(kubeconfig, aTemplate('contested'));
  const title = async () =>
    (await stored(kubeconfig, 'contested', 'payments'))?.spec.displayName;
  const edit = `${TEMPLATES}/payments/contested/edit`;
  const other = await another(browser, portal.appUrl, 'Platform admin');
  await signInAs(page, 'Team admin');

  const bothEdit = async (mine: string, theirs: string) => {
    await page.goto(edit);
    await other.goto(edit);
    await field(page, 'Title').fill(mine);
    await field(other, 'Title').fill(theirs);
    await press(other, 'Save template');
    await expect(other).toHaveURL(/contested$/);
    await press(page, 'Save template');
    const notice = page.getByRole('alert').filter({ hasText: 'has changed' });
    await expect(notice).toContainText('platform-admin@example.com');
    await expect(notice).toContainText(`→ ${theirs}`);
    await expect.poll(title).toBe(theirs);
  };

  await bothEdit('Mine', 'Theirs');
  await press(page, 'Save mine over theirs');
  await expect(page).toHaveURL(/contested$/);
  expect(await title()).toBe('Mine');

  await bothEdit('Mine again', 'Theirs again');
  await press(page, 'Throw mine away and show theirs');
  await expect(field(page, 'Title')).toHaveValue('Theirs again');
  expect(await title()).toBe('Theirs again');
});

test('what only the API server refuses is shown at its field', async ({
  page,
  portal,
}) => {
  const limit = (op: object) =>
    kubectl(portal.kubeconfig, [
      ...['patch', 'crd', 'workspacetemplates.butler.butlerlabs.dev'],
      '--type=json',
      `--patch=${JSON.stringify([
        {
          path: '/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/description/maxLength',
          ...op,
        },
      ])}`,
    ]);
  await signInAs(page, 'Team admin');
  await page.goto('/chambers/new-template');
  await field(page, 'Title').fill('Wordy');
  await field(page, 'Image').fill(IMAGE);
  await field(page, 'Description').fill('x'.repeat(200));
  await limit({ op: 'add', value: 150 });
  try {
    await press(page, 'Create template');
    await expect(field(page, 'Description')).toHaveAccessibleDescription(
      /Too long/,
    );
    await expect(field(page, 'Description')).toBeFocused();
  } finally {
    await limit({ op: 'remove' });
  }
  await field(page, 'Description').fill('Short');
  await field(page, 'Title').fill('Checkout service');
  await press(page, 'Create template');
  await expect(field(page, 'Name')).toHaveAttribute('aria-invalid', 'true');
});

test('every field of the resource survives an edit', async ({
  page,
  portal,
}) => {
  const { kubeconfig } = portal;
  await apply(kubeconfig, {
    ...aTemplate('everything', EVERYTHING),
    metadata: {
      name: 'everything',
      namespace: 'payments',
      labels: { tier: 'gold' },
      annotations: { 'example.com/kept': 'yes' },
    },
  });
  const before = await stored(kubeconfig, 'everything', 'payments');
  await signInAs(page, 'Team admin');
  await page.goto(`${TEMPLATES}/payments/everything/edit`);
  await field(page, 'Title').fill('Everything else');
  await press(page, 'Save template');
  await expect(page).toHaveURL(/everything$/);

  const after = await stored(kubeconfig, 'everything', 'payments');
  expect(after?.spec).toEqual({
    ...before?.spec,
    displayName: 'Everything else',
  });
  expect(after?.metadata).toMatchObject({
    labels: { tier: 'gold' },
    annotations: {
      'example.com/kept': 'yes',
      'butler.butlerlabs.dev/updated-by': 'team-admin@example.com',
    },
  });

  // The file that is saved makes the same template again.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'Save as a file'),
  ]);
  await page.goto('/chambers/new-template');
  await press(page, 'Import YAML');
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles(await download.path());
  await dialog.getByRole('button', { name: 'Take into the form' }).click();
  await field(page, 'Name').fill('imported');
  await press(page, 'Create template');
  await expect(page).toHaveURL(/payments\/imported$/);
  const { template, ...rest } = after?.spec as typeof EVERYTHING;
  const { repository, storageSize, ...body } = template;
  expect((await stored(kubeconfig, 'imported', 'payments'))?.spec).toEqual({
    ...rest,
    template: { ...body, storageSize: String(storageSize) },
  });
});

test('a workspace becomes a template, and one made from it stays when it goes', async ({
  page,
  portal,
  request,
}) => {
  const { kubeconfig } = portal;
  await apply(
    kubeconfig,
    aWorkspace('proven', {
      image: 'ghcr.io/acme/proven:3',
      repositories: [{ url: 'git@git.example.com:payments/proven.git' }],
      resources: { cpu: '1', memory: '2Gi' },
      storageSize: '7Gi',
    }),
  );
  await signInAs(page, 'Team admin');
  await page.goto('/chambers/payments/proven');
  await page.getByRole('link', { name: 'Save as template' }).click();
  await expect(field(page, 'Title')).toHaveValue('proven');
  await press(page, 'Create template');
  await expect(page).toHaveURL(/templates\/payments\/proven$/);
  expect(await stored(kubeconfig, 'proven', 'payments')).toMatchObject({
    spec: {
      template: {
        image: 'ghcr.io/acme/proven:3',
        repositories: [{ url: 'git@git.example.com:payments/proven.git' }],
        resources: { cpu: '1', memory: '2Gi' },
        storageSize: '7Gi',
      },
    },
  });

  const asDeveloper = await apiAs(request, portal, 'developer');
  const created = await asDeveloper('POST', '/teams/payments/workspaces', {
    name: 'proven-again',
    template: { namespace: 'payments', name: 'proven' },
    spec: { clusterRef: { name: 'payments-dev' }, image: IMAGE },
  });
  expect(created.status(), await created.text()).toBe(201);
  await page.reload();
  await expect(
    page.getByRole('main').getByRole('link', { name: 'proven-again' }),
  ).toBeVisible();

  await press(page, 'Delete');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('proven-again');
  await dialog.getByRole('textbox').fill('proven');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(new RegExp(`${TEMPLATES}\\?team=payments$`));
  expect(await stored(kubeconfig, 'proven', 'payments')).toBe(undefined);
  const left = await kubectl(kubeconfig, [
    ...['get', 'ws', '-n', 'payments', '-o', 'name'],
  ]);
  expect(left).toContain('/proven-again');
});

test('what somebody has written past the Portal is text, and runs nowhere', async ({
  page,
  portal,
}) => {
  const opened: string[] = [];
  page.on('dialog', async dialog => {
    opened.push(dialog.message());
    await dialog.dismiss();
  });
  const markup = '<img src=x onerror=alert(1)>';
  const script = '<script>alert(2)</script>';
  /* eslint-disable no-script-url -- they are what must not run */
  await apply(
    portal.kubeconfig,
    aTemplate('hostile', {
      displayName: markup,
      description: script,
      icon: 'javascript:alert(3)',
      template: {
        image: '<svg/onload=alert(4)>',
        repositories: [{ url: 'javascript:alert(5)' }],
        dotfiles: { url: 'javascript:alert(6)' },
      },
    }),
  );
  await signInAs(page, 'Team admin');
  const main = page.getByRole('main');
  for (const path of ['', '/payments/hostile']) {
    await page.goto(TEMPLATES + path);
    await expect(main.getByText(script).first()).toBeVisible();
    await expect(main.getByText(markup).first()).toBeVisible();
    await expect(
      page.locator('[href^="javascript:"], img[src="x"]'),
    ).toHaveCount(0);
  }
  await page.goto(`${TEMPLATES}/payments/hostile/edit`);
  await expect(field(page, 'Description')).toHaveValue(script);
  await page.goto('/chambers/new-template?from=payments/hostile');
  await expect(field(page, 'Description')).toHaveValue(script);
  expect(opened).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`${colorScheme}, wide and on a phone: everybody can read and work the pages`, async ({
    page,
  }) => {
    await page.addInitScript(
      theme => localStorage.setItem('theme', theme),
      colorScheme,
    );
    await signInAs(page, 'Team admin');
    for (const path of [
      TEMPLATES,
      `${TEMPLATES}/payments/checkout-service`,
      `${TEMPLATES}/payments/checkout-service/edit`,
      '/chambers/new-template',
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
      await expect(page.getByText('Loading templates')).toHaveCount(0);
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await expectAccessible(page, `${path} at ${width}`);
        await expectNotWider(page, `${path} at ${width}`);
      }
    }
    await press(page, 'Create template');
    await expect(field(page, 'Title')).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page, 'what is wrong');
    await press(page, 'Import YAML');
    await expectAccessible(page, 'the import');
    await page.goto(`${TEMPLATES}/payments/checkout-service`);
    await press(page, 'Delete');
    await expectAccessible(page, 'the deletion');
  });
}
