import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNotWider, switchTo } from './axe';
import { phaseInCluster } from './cluster';
import { expect, signInAs, test } from './test';
import { goToStep, NAMESPACE, openWizard, stepButton, STEPS } from './wizard';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
// What is left of a desktop when the page is enlarged to double its size (WCAG 1.4.4).
const ENLARGED = { width: 720, height: 450 };
const MOST_TABS = 80;

for (const [device, size] of [
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
] as const) {
  test(`on ${device} every step can be used by everybody, light and dark`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await openWizard(page);
    await page.getByRole('radio', { name: /Checkout service/ }).check();
    for (const step of STEPS) {
      await goToStep(page, step);
      await expect(
        page.getByRole('status').filter({ hasText: /^Loading/ }),
      ).toHaveCount(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await switchTo(page, colorScheme);
        await expectAccessible(page, `${step}, ${colorScheme}`);
      }
      await expectNotWider(page, step);
    }

    await page.getByRole('button', { name: 'Create workspace' }).click();
    await expect(page).toHaveURL(/\/checkout-service-developer$/);
    await expect(
      page.getByRole('main').getByText('Running', { exact: true }),
    ).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page, 'the page of the workspace');
    await expectNotWider(page, 'the page of the workspace');
  });
}

test('at twice its size no step scrolls sideways', async ({ page }) => {
  await page.setViewportSize(ENLARGED);
  await openWizard(page);
  for (const step of STEPS) {
    await goToStep(page, step);
    await expectNotWider(page, step);
  }
});

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if (await target.evaluate(node => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${MOST_TABS} times Tab did not lead to ${target}`);
}

test('the keyboard alone leads from the list to a running workspace', async ({
  page,
  portal,
}) => {
  const name = 'by-keyboard';
  const press = (key: string) => page.keyboard.press(key);
  const button = (text: string | RegExp) =>
    page.getByRole('button', { name: text });
  const next = async (step: (typeof STEPS)[number]) => {
    await tabTo(page, button('Next'));
    await press('Enter');
    await expect(stepButton(page, step)).toHaveAttribute(
      'aria-current',
      'step',
    );
  };

  await signInAs(page, 'Developer');
  await tabTo(page, page.getByRole('link', { name: 'Create workspace' }));
  await press('Enter');

  const scratch = page.getByRole('radio', { name: 'Start from scratch' });
  await tabTo(page, scratch);
  await press('ArrowUp');
  await expect(
    page.getByRole('radio', { name: 'Checkout service' }),
  ).toBeChecked();
  await press('ArrowDown');
  await expect(scratch).toBeChecked();
  await next('Basics');

  await tabTo(page, page.getByLabel('Name', { exact: true }));
  await press('ControlOrMeta+a');
  await page.keyboard.type(name);
  const image = page.getByLabel('Image', { exact: true });
  await tabTo(page, image);
  await press('ArrowDown');
  await press('ArrowDown');
  await press('Enter');
  await expect(image).toHaveValue(/workspace-go/);
  await expect(stepButton(page, 'Basics')).toHaveAttribute(
    'aria-current',
    'step',
  );
  await next('Code');

  await tabTo(page, button('Add repository'));
  await press('Enter');
  await expect(page.getByLabel('URL', { exact: true })).toBeFocused();
  await page.keyboard.type('https://git.example.com/acme/shop.git');
  await next('Size and time');

  await tabTo(page, button(/^Small/));
  await press('Space');
  await expect(page.getByLabel('CPU', { exact: true })).toHaveValue('1');
  await tabTo(page, button('never'));
  await press('Enter');
  await next('Environment and access');

  await tabTo(page, page.getByRole('radio', { name: 'None' }).first());
  await press('ArrowDown');
  await tabTo(page, page.getByLabel('Namespace', { exact: true }));
  await page.keyboard.type('shop');
  await press('Enter');
  await tabTo(page, page.getByLabel('Workload', { exact: true }));
  await page.keyboard.type('refunds');
  await press('Enter');
  await expect(page.getByText('1 variable is copied')).toBeVisible();
  await next('Review');

  await expect(
    page.getByText('The cluster takes this as it is.'),
  ).toBeVisible();
  await tabTo(page, button('Create workspace'));
  await press('Enter');
  await expect(page).toHaveURL(new RegExp(`/chambers/${NAMESPACE}/${name}$`), {
    timeout: 30_000,
  });
  await expect
    .poll(() => phaseInCluster(portal.kubeconfig, NAMESPACE, name), {
      timeout: 60_000,
    })
    .toBe('Running');
});
