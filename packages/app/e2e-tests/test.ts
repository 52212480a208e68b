import { test as base, expect, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from './chromium';
import { objectPaths, removeLeftovers } from './leftovers';
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

/**
 * Tests get a browser that this machine can run and share a Portal with its sandbox, in which each finds
 * the objects of the start alone.
 */
export const test = base.extend<
  { tidy: void },
  { built: boolean; portal: Portal }
>({
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
  tidy: [
    async ({ portal: { kubeconfig } }, provide) => {
      const before = await objectPaths(kubeconfig);
      await provide();
      await removeLeftovers(kubeconfig, before);
    },
    { auto: true },
  ],
  baseURL: async ({ portal }, provide) => provide(portal.appUrl),
});
