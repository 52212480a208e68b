import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import type {
  Me,
  TemplateDetails,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import { ButlerError } from '../../../api';
import {
  aMe,
  aTemplate,
  FakeButlerApi,
  renderChambers,
} from '../../../__testUtils__';
import {
  EditTemplatePage,
  NewTemplatePage,
  TemplatePage,
  TemplatesPage,
} from '..';

export const ADMIN = aMe({ payments: 'admin' });
export const OPERATOR = aMe({ payments: 'operator' });
export const PLATFORM_ADMIN = aMe(
  { payments: 'admin' },
  { platformRole: 'admin' },
);

export const CLUSTER_TEMPLATE: WorkspaceTemplate = {
  ...aTemplate('node', { displayName: 'Node', scope: 'cluster' }),
  metadata: { name: 'node', namespace: 'butler-system', uid: 'uid-node' },
};

export function details(
  template: WorkspaceTemplate = aTemplate(),
  names: string[] = [],
): TemplateDetails {
  return {
    ...template,
    metadata: { uid: 'uid-1', resourceVersion: '7', ...template.metadata },
    usedBy: {
      totalItems: names.length,
      items: names.map(name => ({
        team: 'payments',
        name,
        owner: 'other@example.com',
      })),
    },
  };
}

export function anApi(me: Me = ADMIN): FakeButlerApi {
  const api = new FakeButlerApi([], me);
  api.onGetTemplates = async () => ({
    items: [aTemplate(), CLUSTER_TEMPLATE],
  });
  api.onGetTemplate = async () => details();
  api.onCreateTemplate = async (_, { name }) => aTemplate(name);
  api.onPutTemplate = async ({ name }) => aTemplate(name);
  return api;
}

export function show(api: FakeButlerApi, at: string) {
  return renderChambers(
    <Routes>
      <Route path="templates" element={<TemplatesPage />} />
      <Route path="new-template" element={<NewTemplatePage />} />
      <Route path="templates/:namespace/:name" element={<TemplatePage />} />
      <Route
        path="templates/:namespace/:name/edit"
        element={<EditTemplatePage />}
      />
    </Routes>,
    { api, at: `/chambers/${at}`, path: '/chambers/*' },
  );
}

// By label and text where it is only about getting there: by role jsdom works out the style of all that
// is in sight, again and again.
export const field = (name: string) => screen.findByLabelText(name);
export const press = async (name: string) =>
  userEvent.click(await screen.findByText(name, { selector: 'button' }));
export const callsOf = (api: FakeButlerApi, method: string) =>
  api.calls.filter(([name]) => name === method).map(([, ...args]) => args);

/** An answer that comes when the test says so. */
export function lateAnswer<T>() {
  let give: (answer: T) => void = () => {};
  let fail: (error: ButlerError) => void = () => {};
  const answer = new Promise<T>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  return { answer, give, fail };
}

export const address = () => screen.getByLabelText('Address').textContent;

export async function leave() {
  fireEvent.click(screen.getByText('Back to the templates'));
  await waitFor(() => expect(address()).toBe('/chambers/templates'));
}

export async function write(name: string, text: string) {
  await userEvent.clear(await field(name));
  await userEvent.click(await field(name));
  await userEvent.paste(text);
}
