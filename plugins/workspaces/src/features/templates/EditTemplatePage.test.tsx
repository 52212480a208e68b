import { act, screen, waitFor } from '@testing-library/react';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { UPDATED_BY_ANNOTATION } from '@butler-portal/plugin-butler-common';
import { ButlerError } from '../../api';
import { aMe, aTemplate } from '../../__testUtils__';
import {
  ADMIN,
  OPERATOR,
  details,
  anApi,
  show,
  field,
  press,
  callsOf,
  lateAnswer,
  address,
  leave,
  write,
} from './__testUtils__/templatesPages';

describe('editing a template', () => {
  beforeEach(() => window.sessionStorage.clear());
  const EDIT = 'templates/payments/go/edit';

  it('saves over the version that was opened', async () => {
    const api = anApi();
    show(api, EDIT);
    await write('Title', 'Go');
    await press('Save template');
    await waitFor(() => expect(callsOf(api, 'putTemplate')).toHaveLength(1));
    expect(callsOf(api, 'putTemplate')[0]).toMatchObject([
      { team: 'payments', name: 'go' },
      {
        metadata: { resourceVersion: '7' },
        spec: {
          displayName: 'Go',
          category: 'backend',
          template: {
            image: 'ghcr.io/acme/go:1.24',
            resources: { cpu: '4', memory: '8Gi' },
          },
        },
      },
    ]);
  });

  it('leads nobody away who has left before it was saved', async () => {
    const api = anApi();
    const { answer, give } = lateAnswer<WorkspaceTemplate>();
    api.onPutTemplate = () => answer;
    show(api, EDIT);
    await write('Title', 'Go');
    await press('Save template');
    await leave();
    await act(async () => give(aTemplate()));
    expect(address()).toBe('/chambers/templates');
  });

  it('tells unsaved changes from the template as it is', async () => {
    const { unmount } = show(anApi(), EDIT);
    await write('Title', 'Mine');
    await press('Cancel');
    unmount();
    show(anApi(), EDIT);
    expect(await screen.findByText(/Your unsaved changes from/)).toBeVisible();
    expect(await field('Title')).toHaveValue('Mine');
    await press('Discard them');
    expect(await field('Title')).toHaveValue('Go service');
  });

  function staleApi() {
    const api = anApi();
    const newest = details(
      aTemplate('go', {
        template: { image: 'ghcr.io/acme/go:1.25' },
      }),
    );
    newest.metadata.resourceVersion = '8';
    newest.metadata.annotations = {
      [UPDATED_BY_ANNOTATION]: 'other@example.com',
    };
    api.onPutTemplate = async (_, { metadata }) => {
      if (metadata.resourceVersion !== '8') {
        throw new ButlerError('Stale.', 409);
      }
      return newest;
    };
    return { api, newest };
  }

  it('shows what was changed meanwhile and by whom, and can save over it', async () => {
    const { api, newest } = staleApi();
    show(api, EDIT);
    await write('Title', 'Go');
    api.onGetTemplate = async () => newest;
    await press('Save template');
    expect(
      await screen.findByText(/other@example.com has changed this template/),
    ).toBeVisible();
    expect(
      screen.getByText(
        'template.image: ghcr.io/acme/go:1.24 → ghcr.io/acme/go:1.25',
      ),
    ).toBeVisible();
    expect(await field('Title')).toHaveValue('Go');
    await press('Save mine over theirs');
    await waitFor(() => expect(callsOf(api, 'putTemplate')).toHaveLength(2));
    expect(callsOf(api, 'putTemplate')[1]).toMatchObject([
      {},
      { metadata: { resourceVersion: '8' }, spec: { displayName: 'Go' } },
    ]);
  });

  it('can take what was saved meanwhile instead', async () => {
    const { api, newest } = staleApi();
    show(api, EDIT);
    await write('Title', 'Go');
    api.onGetTemplate = async () => newest;
    await press('Save template');
    await press('Throw mine away and show theirs');
    await waitFor(async () =>
      expect(await field('Image')).toHaveValue('ghcr.io/acme/go:1.25'),
    );
    expect(await field('Title')).toHaveValue('Go service');
  });

  it('has been saved when what is there is what was to be saved', async () => {
    const { api, newest } = staleApi();
    show(api, EDIT);
    await write('Image', 'ghcr.io/acme/go:1.25');
    api.onGetTemplate = async () => newest;
    await press('Save template');
    await waitFor(() =>
      expect(address()).toBe('/chambers/templates/payments/go'),
    );
    expect(window.sessionStorage).toHaveLength(0);
  });

  it.each(['while the form is open', 'before a reload'])(
    'takes what was typed into a new template when it was deleted %s',
    async when => {
      const api = anApi();
      const { unmount } = show(api, EDIT);
      await write('Title', 'Precious');
      api.onGetTemplate = async () => {
        throw new ButlerError('There is none.', 404);
      };
      api.onPutTemplate = api.onGetTemplate;
      if (when === 'before a reload') {
        unmount();
        show(api, EDIT);
      } else await press('Save template');
      expect(
        await screen.findByText(/There is no such template/),
      ).toBeVisible();
      await press('Make a new template of what you have typed');
      expect(await field('Title')).toHaveValue('Precious');
      expect(await field('Name')).toHaveValue('go');
      expect(screen.queryByText(/is not there/)).toBeNull();
      await press('Create template');
      await waitFor(() =>
        expect(callsOf(api, 'createTemplate')).toMatchObject([
          ['payments', { name: 'go', spec: { displayName: 'Precious' } }],
        ]),
      );
      expect(window.sessionStorage).toHaveLength(0);
    },
  );

  it('leads to what no field is to blame for', async () => {
    const api = anApi();
    api.onPutTemplate = async () => {
      throw new ButlerError('You may not do that.', 403);
    };
    show(api, EDIT);
    await write('Title', 'Go');
    await press('Save template');
    const message = await screen.findByText('You may not do that.');
    await waitFor(() =>
      expect(document.activeElement).toContainElement(message),
    );
  });

  it('goes on while the person’s rights are read anew', async () => {
    const api = anApi();
    show(api, EDIT);
    const title = await field('Title');
    api.onGetMe = async () => aMe({ payments: 'admin', search: 'viewer' });
    await act(async () => api.workspaces.set({ accessVersion: 1 }));
    await waitFor(() => expect(callsOf(api, 'getMe')).toHaveLength(2));
    await act(async () => {});
    expect(title).toBeInTheDocument();
    expect(callsOf(api, 'getTemplate')).toHaveLength(1);
  });

  it('is not for operators', async () => {
    show(anApi(OPERATOR), EDIT);
    expect(await screen.findByText(/written by the admins/)).toBeVisible();
    expect(screen.queryByText(/is kept in this tab/)).toBeNull();
  });

  it.each([
    ['the role', OPERATOR, /written by the admins/],
    ['the team', aMe({}), /There is no such template/],
  ])(
    'says that what was typed is kept when %s is taken away, and has it when it is back',
    async (_, me, instead) => {
      const api = anApi();
      show(api, EDIT);
      await write('Title', 'Precious');
      api.onGetMe = async () => me;
      await act(async () => api.workspaces.set({ accessVersion: 1 }));
      expect(await screen.findByText(instead)).toBeVisible();
      expect(await screen.findByText(/is kept in this tab/)).toBeVisible();
      api.onGetMe = async () => ADMIN;
      await act(async () => api.workspaces.set({ accessVersion: 2 }));
      expect(await field('Title')).toHaveValue('Precious');
    },
  );
});
