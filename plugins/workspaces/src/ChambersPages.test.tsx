import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aTemplate,
  aWorkspace,
  FakeButlerApi,
  renderChambers,
} from './__testUtils__';
import { ChambersPages } from './ChambersPages';

function show(api: FakeButlerApi, at: string) {
  renderChambers(<ChambersPages />, { api, at, path: '/chambers/*' });
}

const heading = (name: string) => screen.findByRole('heading', { name });

describe('The focus', () => {
  it('is left alone on the first page, and on the heading of each one after', async () => {
    show(new FakeButlerApi([aWorkspace()]), '/chambers/payments/web-api');
    await heading('web-api');
    expect(document.body).toHaveFocus();
    await userEvent.click(
      screen.getByRole('link', { name: 'Back to the workspaces' }),
    );
    expect(await heading('Workspaces')).toHaveFocus();
    await userEvent.click(
      screen.getByRole('link', { name: 'Create workspace' }),
    );
    expect(await heading('Create workspace')).toHaveFocus();
  });

  it('stays on the heading when what was loading is there', async () => {
    const api = new FakeButlerApi([aWorkspace()]);
    let load = () => {};
    api.onGetTemplate = () =>
      new Promise(resolve => {
        load = () =>
          resolve({ ...aTemplate(), usedBy: { totalItems: 0, items: [] } });
      });
    api.onGetTemplates = async () => ({ items: [aTemplate()] });
    show(api, '/chambers/templates');
    await userEvent.click(
      await screen.findByRole('link', { name: 'Go service' }),
    );
    const loading = await heading('go');
    expect(loading).toHaveFocus();
    await act(async () => load());
    expect(await heading('Go service')).toHaveFocus();
    expect(loading).not.toBeInTheDocument();
  });

  it('goes to the list when the workspace on the page was deleted', async () => {
    show(new FakeButlerApi([aWorkspace()]), '/chambers/payments/web-api');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Delete' }),
    );
    await userEvent.type(await screen.findByRole('textbox'), 'web-api{Enter}');
    expect(await heading('Workspaces')).toHaveFocus();
  });
});

describe('An address that leads nowhere', () => {
  it('says so and leads back', async () => {
    show(new FakeButlerApi([aWorkspace()]), '/chambers/payments');
    await heading('Page not found');
    await userEvent.click(
      screen.getByRole('link', { name: 'Back to workspaces' }),
    );
    expect(await heading('Workspaces')).toBeVisible();
  });
});
