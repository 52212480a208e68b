import type { Page } from '@playwright/test';
import { askCluster } from './cluster';
import { expect, signInAs } from './test';

/** The namespace of the team in which the developer creates. */
export const NAMESPACE = 'payments';

/** The names of the wizard's steps, in their order. */
export const STEPS = [
  'Template',
  'Basics',
  'Code',
  'Size and time',
  'Environment and access',
  'Review',
] as const;

/** Opens the wizard as the developer, from the list. */
export async function openWizard(page: Page) {
  await signInAs(page, 'Developer');
  await page.getByRole('link', { name: 'Create workspace' }).click();
  await expect(page.getByRole('radio', { name: /Go service/ })).toBeVisible();
}

/** The button of a step in the wizard's list of steps. */
export function stepButton(page: Page, step: (typeof STEPS)[number]) {
  return page
    .getByLabel('Steps', { exact: true })
    .getByRole('button', { name: new RegExp(`^(\\d )?${step}`) });
}

/** Goes to a step by its name in the list of steps. */
export async function goToStep(page: Page, step: (typeof STEPS)[number]) {
  await stepButton(page, step).click();
  await expect(stepButton(page, step)).toHaveAttribute('aria-current', 'step');
}

/** A Workspace, as far as the tests look at it. */
export interface WorkspaceInCluster {
  metadata: { name: string; annotations?: Record<string, string> };
  spec: Record<string, unknown>;
  status?: { phase?: string };
}

/** The team's workspaces, as the cluster has them. */
export async function workspacesInCluster(kubeconfig: string) {
  const { items } = await askCluster<{ items: WorkspaceInCluster[] }>(
    kubeconfig,
    `/apis/butler.butlerlabs.dev/v1alpha1/namespaces/${NAMESPACE}/workspaces`,
  );
  return items;
}
