import { test as base, expect, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from './chromium';
import { startPortal, type Portal } from './portal';

export { expect };

/** Signs in on the page of personas. */
export async function signInAs(page: Page, persona: string) {
  await page.goto('/');
  await page
    .getByRole('list', { name: 'Personas' })
    .getByRole('button', { name: persona })
    .first()
    .click();
}

/** Tests get a browser that this machine can run, and share one Portal with its sandbox a file. */
export const test = base.extend<object, { built: boolean; portal: Portal }>({
  built: [true, { option: true, scope: 'worker' }],
  launchOptions: [
    async ({}, provide) => {
      await provide(await chromiumLaunchOptions());
    },
    { scope: 'worker' },
  ],
  portal: [
    async ({ built }, provide) => {
      const portal = await startPortal({ built });
      await provide(portal);
      await portal.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ portal }, provide) => provide(portal.appUrl),
});
