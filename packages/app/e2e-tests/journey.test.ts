import { expect, signInAs, test } from './test';
import { phaseInCluster } from './cluster';

// What two commands of the README start, the development server with it.
test.use({ built: false });

test('a developer goes from a template to a running workspace and back', async ({
  page,
  portal,
}) => {
  const name = 'first-steps';
  const phaseIs = (phase: string | undefined) =>
    expect
      .poll(() => phaseInCluster(portal.kubeconfig, 'payments', name), {
        timeout: 30_000,
      })
      .toBe(phase);
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });

  await signInAs(page, 'Developer');
  await page.getByRole('link', { name: 'Create workspace' }).click();
  await page.getByRole('radio', { name: /Go service/ }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Go to review' }).click();
  await page.getByRole('button', { name: 'Create workspace' }).click();

  await expect(page).toHaveURL(new RegExp(`/chambers/payments/${name}$`));
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name })).toBeFocused();
  await expect(main.getByText('Running', { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await phaseIs('Running');

  await main.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(main.getByText(/ssh -p \d+ dev@/)).toBeVisible();
  await expect(
    main.getByRole('link', { name: 'Open in VS Code' }),
  ).toHaveAttribute('href', /^vscode:\/\/vscode-remote\/ssh-remote\+dev@/);

  await main.getByRole('button', { name: 'Disconnect' }).click();
  await expect(main.getByText(/ssh -p \d+ dev@/)).toBeHidden();

  await main.getByRole('button', { name: 'Stop' }).click();
  await expect(main.getByText('Stopped', { exact: true })).toBeVisible();
  await phaseIs('Stopped');

  await main.getByRole('button', { name: 'Start' }).click();
  await expect(main.getByText('Running', { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await phaseIs('Running');

  await main.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: /Delete/ }).click();
  await expect(page).toHaveURL(/\/chambers$/);
  await expect(page.getByRole('link', { name })).toBeHidden();
  await expect(
    main.getByRole('heading', { name: 'Workspaces', level: 2 }),
  ).toBeFocused();
  await phaseIs(undefined);

  expect(loads, 'the page was never loaded anew').toBe(1);
});
