import type { Page } from '@playwright/test';
import { expect, signInAs, test } from './test';

// Bytes of JavaScript as they are sent, compressed. docs/performance.md says what is in them; whoever
// needs more says there why.
const LIST_BUDGET = 820_000;
const CREATE_BUDGET = 85_000;

async function scriptBytes(page: Page) {
  await page.waitForLoadState('load');
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .map(entry => (entry as PerformanceResourceTiming).encodedBodySize)
      .reduce((sum, size) => sum + size, 0),
  );
}

test('the list and the form load no more than their budget', async ({
  page,
}) => {
  await signInAs(page, 'Developer');
  const create = page.getByRole('link', { name: 'Create workspace' });
  await expect(create).toBeVisible();
  const list = await scriptBytes(page);
  expect(list).toBeGreaterThan(0);
  expect(list).toBeLessThanOrEqual(LIST_BUDGET);

  await create.click();
  await expect(page.getByRole('radio', { name: /Go service/ })).toBeVisible();
  expect((await scriptBytes(page)) - list).toBeLessThanOrEqual(CREATE_BUDGET);
});
