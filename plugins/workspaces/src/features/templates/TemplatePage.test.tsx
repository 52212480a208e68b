import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ButlerError } from '../../api';
import { aTemplate } from '../../__testUtils__';
import {
  OPERATOR,
  PLATFORM_ADMIN,
  CLUSTER_TEMPLATE,
  details,
  anApi,
  show,
  press,
  callsOf,
  lateAnswer,
  address,
  leave,
} from './__testUtils__/templatesPages';

describe('one template', () => {
  it('offers its team’s admin to change it', async () => {
    show(anApi(), 'templates/payments/go');
    expect(await screen.findByRole('link', { name: 'Edit' })).toHaveAttribute(
      'href',
      '/chambers/templates/payments/go/edit',
    );
    expect(screen.getByRole('link', { name: 'Duplicate' })).toHaveAttribute(
      'href',
      '/chambers/new-template?from=payments%2Fgo',
    );
    expect(await screen.findByText(/kind: WorkspaceTemplate/)).toBeVisible();
  });

  it('offers an operator to use it and nothing else', async () => {
    show(anApi(OPERATOR), 'templates/payments/go');
    await screen.findByRole('link', { name: 'Use template' });
    expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  });

  it('leaves the templates of every team to platform admins', async () => {
    const api = anApi();
    api.onGetTemplate = async () => details(CLUSTER_TEMPLATE);
    const { unmount } = show(api, 'templates/butler-system/node');
    await screen.findByRole('link', { name: 'Duplicate' });
    expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull();
    expect(callsOf(api, 'getTemplate')).toEqual([[{ name: 'node' }]]);
    unmount();
    const theirs = anApi(PLATFORM_ADMIN);
    theirs.onGetTemplate = api.onGetTemplate;
    show(theirs, 'templates/butler-system/node');
    expect(await screen.findByRole('link', { name: 'Edit' })).toBeVisible();
  });

  it('is deleted after its name, with who uses it in view', async () => {
    const api = anApi();
    api.onGetTemplate = async () => details(aTemplate(), ['web-api']);
    show(api, 'templates/payments/go');
    await press('Delete');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('web-api')).toBeVisible();
    expect(
      within(dialog).getByText(/created from it stay as they are/),
    ).toBeVisible();
    await userEvent.type(within(dialog).getByRole('textbox'), 'go');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete' }),
    );
    await waitFor(() =>
      expect(screen.getByLabelText('Address')).toHaveTextContent(
        '/chambers/templates?team=payments',
      ),
    );
    expect(callsOf(api, 'deleteTemplate')).toEqual([
      [{ team: 'payments', name: 'go' }, 'uid-1'],
    ]);
  });

  async function confirmDelete() {
    await press('Delete');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByRole('textbox'), 'go');
    await userEvent.click(dialog.getByText('Delete'));
    return dialog;
  }

  it('leads nobody away who has left before it was deleted', async () => {
    const api = anApi();
    const { answer, give } = lateAnswer<void>();
    api.onDeleteTemplate = () => answer;
    show(api, 'templates/payments/go');
    await confirmDelete();
    await leave();
    await act(async () => give());
    expect(address()).toBe('/chambers/templates');
  });

  it('is deleted once, and a second try begins without the first one’s error', async () => {
    const api = anApi();
    const first = lateAnswer<void>();
    api.onDeleteTemplate = () => first.answer;
    show(api, 'templates/payments/go');
    const dialog = await confirmDelete();
    fireEvent.submit(dialog.getByRole('textbox'));
    expect(callsOf(api, 'deleteTemplate')).toHaveLength(1);
    expect(dialog.getByText('Delete')).toBeDisabled();
    await act(async () => first.fail(new ButlerError('Not now.', 503)));
    expect(dialog.getByText('Not now.')).toBeVisible();
    api.onDeleteTemplate = () => new Promise(() => {});
    await userEvent.click(dialog.getByText('Delete'));
    expect(dialog.queryByText('Not now.')).toBeNull();
  });

  it('has been deleted when somebody else was quicker, or the answer was lost before', async () => {
    const api = anApi();
    api.onDeleteTemplate = async () => {
      throw new ButlerError('No answer.', 0);
    };
    show(api, 'templates/payments/go');
    const dialog = await confirmDelete();
    expect(
      await dialog.findByText(/not known whether the template was deleted/),
    ).toBeVisible();
    api.onDeleteTemplate = async () => {
      throw new ButlerError('There is none.', 404);
    };
    await userEvent.click(dialog.getByText('Delete'));
    await waitFor(() =>
      expect(address()).toBe('/chambers/templates?team=payments'),
    );
  });

  it('says the same of what is not there and of what is another team’s', async () => {
    const api = anApi();
    api.onGetTemplate = async () => {
      throw new ButlerError('There is none.', 404);
    };
    const { unmount } = show(api, 'templates/payments/none');
    const none = /There is no such template/;
    expect(await screen.findByText(none)).toBeVisible();
    unmount();
    show(anApi(), 'templates/search/go');
    expect(await screen.findByText(none)).toBeVisible();
  });
});
