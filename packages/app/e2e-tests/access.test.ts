import { apiAs } from './apiAs';
import { expectAccessible, expectNotWider, switchTo } from './axe';
import { expect, signInAs, test } from './test';

const draft = {
  clusterRef: { name: 'payments-dev' },
  image: 'ghcr.io/butlerdotdev/workspace-base:latest',
};

test('a viewer looks, and is offered nothing to create', async ({
  page,
  portal,
  request,
}) => {
  await signInAs(page, 'Viewer');
  await expect(page.getByRole('heading', { name: 'Chambers' })).toBeVisible();
  await expect(
    page.getByRole('main').getByText('Running').first(),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Create workspace' }),
  ).toHaveCount(0);

  const asViewer = await apiAs(request, portal, 'viewer');
  const answer = await asViewer('POST', '/teams/payments/workspaces', {
    name: 'viewers-own',
    spec: draft,
  });
  expect(answer.status()).toBe(403);
});

test('somebody of another team learns nothing of a workspace', async ({
  page,
  portal,
  request,
}) => {
  const asDeveloper = await apiAs(request, portal, 'developer');
  const created = await asDeveloper('POST', '/teams/payments/workspaces', {
    name: 'private-matter',
    spec: draft,
  });
  expect(created.status()).toBe(201);

  const asOther = await apiAs(request, portal, 'other-developer');
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/connection'],
    ['POST', '/stop'],
    ['DELETE', ''],
  ]) {
    const answer = await asOther(
      method,
      `/teams/payments/workspaces/private-matter${path}`,
    );
    expect(answer.status(), `${method} ${path}`).toBe(404);
  }

  await signInAs(page, 'Developer of another team');
  await page.goto('/chambers/payments/private-matter');
  await expect(page.getByRole('main')).not.toContainText('payments-dev');
});

test('nobody creates in the name of another, or names that leave the path', async ({
  portal,
  request,
}) => {
  const asDeveloper = await apiAs(request, portal, 'developer');
  const forged = await asDeveloper('POST', '/teams/payments/workspaces', {
    name: 'forged',
    spec: { ...draft, owner: 'viewer@example.com' },
  });
  expect(forged.status()).toBe(400);

  for (const name of ['..', 'a/b', '%2e%2e', '']) {
    const answer = await asDeveloper('POST', '/teams/payments/workspaces', {
      name,
      spec: draft,
    });
    expect(answer.status(), name).toBe(400);
  }
});

test('everybody can read the list and a workspace, wide and on a phone, light and dark', async ({
  page,
}) => {
  await signInAs(page, 'Platform admin');
  const failed = '/chambers/payments/legacy-import';
  const running = '/chambers/payments/checkout-refunds';
  for (const path of ['/chambers?show=all', running, failed]) {
    await page.goto(path);
    await expect(
      page
        .getByRole('main')
        .getByText(/^(Running|Failed)$/)
        .first(),
    ).toBeVisible();
    await expect(
      page.getByRole('status').filter({ hasText: /^Loading/ }),
    ).toHaveCount(0);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        const where = `${path} at ${width}, ${colorScheme}`;
        await switchTo(page, colorScheme);
        await expectAccessible(page, where);
        await expectNotWider(page, where);
      }
    }
  }
});
