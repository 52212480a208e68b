import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Me, Workspace } from '@butler-portal/plugin-butler-common';
import {
  aMe,
  aTemplate,
  aWorkspace,
  FakeButlerApi,
  renderChambers,
} from '../../../__testUtils__';
import { CreatePage } from '../CreatePage';
import { aCluster } from './fixtures';

export const GO = '/chambers/create?template=payments%2Fgo';

/** What was created arrives over the stream, too. */
export function shown(
  api: FakeButlerApi,
  team: string,
  name: string,
): Workspace {
  const workspace = aWorkspace({ team, name, phase: 'Pending' });
  act(() => api.workspaces.upsert(workspace));
  return workspace;
}

export function anApi(
  me: Me = aMe(),
  workspaces: Workspace[] = [],
): FakeButlerApi {
  const api = new FakeButlerApi(workspaces, me);
  api.onCreateWorkspace = async (team, { name }) => shown(api, team, name);
  api.onGetClusters = async () => ({
    items: [
      aCluster(),
      aCluster({ name: 'legacy', enabled: false }),
      aCluster({ name: 'crowded', countLeft: '0' }),
    ],
  });
  api.onGetTemplates = async () => ({
    items: [
      aTemplate(),
      aTemplate('web', {
        displayName: 'Web app',
        category: 'frontend',
        template: { image: 'ghcr.io/acme/node:22' },
      }),
    ],
  });
  return api;
}

export function show(api: FakeButlerApi, at = '/chambers/create') {
  return renderChambers(<CreatePage />, { api, at, path: '/chambers/create' });
}

// By label and text where it is only about getting there: by role jsdom works out the style of all that
// is in sight, again and again.
export const field = (name: string) => screen.findByLabelText(name);
export const button = (name: string) => screen.getByRole('button', { name });
export const template = (name: string) => screen.findByRole('radio', { name });
export const creates = (api: FakeButlerApi) =>
  api.calls.filter(([method]) => method === 'createWorkspace');

export async function goTo(step: string) {
  const steps = within(await screen.findByLabelText('Steps'));
  await userEvent.click(steps.getByText(step));
}

/** Shows the basics and waits until the template of the URL has filled them in. */
export async function filledIn() {
  await goTo('Basics');
  await waitFor(async () =>
    expect(await field('Image')).toHaveValue('ghcr.io/acme/go:1.24'),
  );
}

export async function submit() {
  await goTo('Review');
  await userEvent.click(button('Create workspace'));
}

/** Writes into a field what stands there then. */
export async function write(name: string, text: string) {
  await userEvent.clear(await field(name));
  await userEvent.click(await field(name));
  await userEvent.paste(text);
}
