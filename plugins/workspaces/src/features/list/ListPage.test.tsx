import type { ReactNode } from 'react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { VirtuosoMockContext } from 'react-virtuoso';
import { ButlerError } from '../../api';
import {
  aMe,
  aWorkspace,
  FakeButlerApi,
  renderChambers,
} from '../../__testUtils__';
import { ListPage } from './ListPage';
import { openLink } from './openLink';

jest.mock('./openLink');
beforeEach(() => jest.mocked(openLink).mockClear());

// jsdom lays nothing out: Virtuoso is told how much fits.
function Laid({ children }: { children: ReactNode }) {
  return (
    <VirtuosoMockContext.Provider
      value={{ viewportHeight: 1040, itemHeight: 52 }}
    >
      {children}
    </VirtuosoMockContext.Provider>
  );
}

function show(api: FakeButlerApi, at = '/chambers', config = {}) {
  renderChambers(
    <Laid>
      <ListPage />
    </Laid>,
    { api, at, config },
  );
}

const rowOf = async (name: string) =>
  within((await screen.findByRole('link', { name })).closest('tr')!);

const namesShown = () =>
  screen.getAllByRole('rowheader').map(header => header.textContent);

const address = () => screen.getByLabelText('Address');

describe('ListPage', () => {
  it('shows what I have, what it does, and the next step', async () => {
    show(
      new FakeButlerApi([
        aWorkspace({ name: 'api' }),
        aWorkspace({ name: 'batch', phase: 'Stopped' }),
        aWorkspace({ name: 'console', phase: 'Failed' }),
      ]),
    );
    const api = await rowOf('api');
    expect(api.getByText('Running')).toBeVisible();
    expect(api.getByText('dev-eu')).toBeVisible();
    expect(api.getByText('go:1.24')).toBeVisible();
    expect(api.getByRole('button', { name: 'Connect api' })).toBeVisible();
    const batch = await rowOf('batch');
    expect(batch.getByRole('button', { name: 'Start batch' })).toBeVisible();
    const failed = await rowOf('console');
    expect(
      failed.getByRole('link', { name: 'See why console' }),
    ).toHaveAttribute('href', '/chambers/payments/console');
    expect(screen.getByText('3 workspaces')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Create workspace' }),
    ).toHaveAttribute('href', '/chambers/create');
  });

  it('follows what changes, and says it politely', async () => {
    const api = new FakeButlerApi([aWorkspace({ phase: 'Starting' })]);
    show(api);
    const row = await rowOf('web-api');
    expect(
      row.getByRole('button', { name: 'Connect web-api' }),
    ).toHaveAttribute('aria-disabled', 'true');
    act(() => api.workspaces.upsert(aWorkspace()));
    expect(row.getByText('Running')).toBeVisible();
    expect(
      row.getByRole('button', { name: 'Connect web-api' }),
    ).not.toHaveAttribute('aria-disabled');
    expect(await screen.findByText('web-api: Running')).toBeInTheDocument();
  });

  it('starts with one click and turns until the phase shows it', async () => {
    const api = new FakeButlerApi([aWorkspace({ phase: 'Stopped' })]);
    show(api);
    const start = await screen.findByRole('button', { name: 'Start web-api' });
    await userEvent.click(start);
    expect(start).toHaveAttribute('aria-busy', 'true');
    expect(api.calls).toContainEqual([
      'act',
      { team: 'payments', name: 'web-api' },
      'start',
    ]);
    act(() => api.workspaces.upsert(aWorkspace({ phase: 'Starting' })));
    expect(
      await screen.findByRole('button', { name: 'Connect web-api' }),
    ).toBeVisible();
  });

  it('says what failed and what to quote', async () => {
    const api = new FakeButlerApi([aWorkspace({ phase: 'Stopped' })]);
    api.onAct = () =>
      Promise.reject(
        new ButlerError('The cluster is full.', 409, { requestId: 'r-7' }),
      );
    show(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start web-api' }),
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('web-api could not be started');
    expect(alert).toHaveTextContent('The cluster is full.');
    expect(alert).toHaveTextContent('r-7');
  });

  it('opens a connected workspace in the editor', async () => {
    show(new FakeButlerApi([aWorkspace({ connected: true })]));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Open in VS Code web-api' }),
    );
    await waitFor(() =>
      expect(openLink).toHaveBeenCalledWith(
        expect.stringMatching(/^vscode:\/\/vscode-remote\/ssh-remote\+dev@/),
      ),
    );
  });

  it('names the editor that it opens, and offers the others in the menu', async () => {
    show(new FakeButlerApi([aWorkspace({ connected: true })]), '/chambers', {
      butler: { editors: ['cursor', 'zed'] },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Open in Cursor web-api' }),
    );
    await waitFor(() =>
      expect(openLink).toHaveBeenCalledWith(
        expect.stringMatching(/^cursor:\/\/vscode-remote/),
      ),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'More actions for web-api' }),
    );
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Open in Zed' }),
    );
    await waitFor(() =>
      expect(openLink).toHaveBeenLastCalledWith(
        expect.stringMatching(/^zed:\/\/ssh/),
      ),
    );
  });

  it('opens no link but that of the editor on the button', async () => {
    const api = new FakeButlerApi([aWorkspace({ connected: true })]);
    const connection = await api.onGetConnection({ team: '', name: '' });
    api.onGetConnection = async () => ({
      ...connection,
      editors: [
        { ...connection.editors[0], url: 'file:///etc/passwd' },
        connection.editors[1],
      ],
    });
    show(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Open in VS Code web-api' }),
    );
    expect(
      await screen.findByText(/VS Code cannot be opened at this address/),
    ).toBeVisible();
    expect(openLink).not.toHaveBeenCalled();
  });

  it('asks once for two clicks, and turns meanwhile', async () => {
    const api = new FakeButlerApi([aWorkspace({ connected: true })]);
    const connection = await api.onGetConnection({ team: '', name: '' });
    let answer = () => {};
    api.onGetConnection = () =>
      new Promise(resolve => {
        answer = () => resolve(connection);
      });
    show(api);
    const open = await screen.findByRole('button', {
      name: 'Open in VS Code web-api',
    });
    await userEvent.dblClick(open);
    expect(open).toHaveAttribute('aria-busy', 'true');
    act(() => answer());
    await waitFor(() => expect(open).not.toHaveAttribute('aria-busy'));
    expect(
      api.calls.filter(([method]) => method === 'getConnection'),
    ).toHaveLength(1);
    expect(openLink).toHaveBeenCalledTimes(1);
  });

  it('tells what came of each workspace', async () => {
    const api = new FakeButlerApi([
      aWorkspace({ name: 'api', connected: true }),
      aWorkspace({ name: 'batch', connected: true }),
    ]);
    api.onGetConnection = async ({ name }) => {
      throw new ButlerError(`${name} does not answer.`, 503);
    };
    show(api);
    for (const name of ['api', 'batch']) {
      await userEvent.click(
        await screen.findByRole('button', { name: `Open in VS Code ${name}` }),
      );
      expect(await screen.findByText(`${name} does not answer.`)).toBeVisible();
    }
    expect(screen.getByText('api does not answer.')).toBeVisible();
  });

  it('copies the SSH command from the menu, and says so', async () => {
    const user = userEvent.setup();
    show(new FakeButlerApi([aWorkspace({ connected: true })]));
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(
      await screen.findByRole('button', { name: 'More actions for web-api' }),
    );
    await user.click(
      screen.getByRole('menuitem', { name: 'Copy SSH command' }),
    );
    expect(
      await screen.findByText('The SSH command of web-api is copied.'),
    ).toBeVisible();
    expect(write).toHaveBeenCalledWith('ssh -p 2222 dev@203.0.113.7');
  });

  it('deletes after the name is typed', async () => {
    const api = new FakeButlerApi([aWorkspace()]);
    show(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'More actions for web-api' }),
    );
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await waitFor(() =>
      expect(screen.getByLabelText('Type web-api to delete it')).toHaveFocus(),
    );
    await userEvent.keyboard('web-api{Enter}');
    await waitFor(() =>
      expect(api.calls).toContainEqual([
        'deleteWorkspace',
        { team: 'payments', name: 'web-api' },
        'uid-payments-web-api',
      ]),
    );
  });

  it('still says what failed when the last workspace is gone meanwhile', async () => {
    const api = new FakeButlerApi([aWorkspace({ phase: 'Stopped' })]);
    api.onAct = () => Promise.reject(new ButlerError('It is gone.', 404));
    show(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start web-api' }),
    );
    act(() => api.workspaces.remove({ team: 'payments', name: 'web-api' }));
    expect(await screen.findByText(/You have no workspaces yet/)).toBeVisible();
    expect(screen.getByText('It is gone.')).toBeVisible();
  });

  it('gives the focus back when the question is dismissed', async () => {
    show(new FakeButlerApi([aWorkspace()]));
    const more = await screen.findByRole('button', {
      name: 'More actions for web-api',
    });
    await userEvent.click(more);
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await screen.findByRole('dialog', { name: 'Delete web-api' });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(more).toHaveFocus());
  });

  it('asks before it stops what somebody is connected to, and not otherwise', async () => {
    const api = new FakeButlerApi([
      aWorkspace({ name: 'busy', connected: true }),
      aWorkspace({ name: 'idle' }),
    ]);
    show(api);
    const stop = async (name: string) => {
      await userEvent.click(
        await screen.findByRole('button', { name: `More actions for ${name}` }),
      );
      await userEvent.click(screen.getByRole('menuitem', { name: 'Stop' }));
    };
    await stop('idle');
    await waitFor(() => expect(api.calls).toHaveLength(2));
    await stop('busy');
    expect(
      await screen.findByRole('dialog', {
        name: 'Stop busy while it is connected?',
      }),
    ).toBeVisible();
    expect(api.calls).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    await waitFor(() => expect(api.calls).toHaveLength(3));
  });

  it('keeps search, filter and order in the URL', async () => {
    show(
      new FakeButlerApi([
        aWorkspace({ name: 'api' }),
        aWorkspace({ name: 'batch' }),
        aWorkspace({ name: 'batch-two' }),
      ]),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Search workspaces' }),
      'batch',
    );
    expect(address()).toHaveTextContent('/chambers?q=batch');
    expect(namesShown()).toEqual(['batch', 'batch-two']);
    expect(screen.getByText('2 of 3 workspaces')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(address()).toHaveTextContent('/chambers?q=batch&sort=-name');
    expect(namesShown()).toEqual(['batch-two', 'batch']);
  });

  it('opens with the view that the URL says', async () => {
    show(
      new FakeButlerApi([
        aWorkspace({ name: 'api' }),
        aWorkspace({ name: 'batch', phase: 'Stopped' }),
      ]),
      '/chambers?phase=Stopped',
    );
    await rowOf('batch');
    expect(namesShown()).toEqual(['batch']);
  });

  it('says that nothing matches, and clears the search', async () => {
    show(new FakeButlerApi([aWorkspace()]), '/chambers?q=nothing');
    expect(
      await screen.findByText('No workspace matches the search.'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear search and filters' }),
    );
    expect(await rowOf('web-api')).toBeTruthy();
  });

  it('shows an admin their own first and the others’ on demand, with owners', async () => {
    show(
      new FakeButlerApi(
        [
          aWorkspace({ name: 'mine' }),
          aWorkspace({ name: 'theirs', owner: 'other@example.com' }),
        ],
        aMe({ payments: 'admin' }),
      ),
    );
    await rowOf('mine');
    expect(namesShown()).toEqual(['mine']);
    await userEvent.click(screen.getByRole('button', { name: 'All' }));
    expect(namesShown()).toEqual(['mine', 'theirs']);
    expect(screen.getByText('other@example.com')).toBeVisible();
    expect(address()).toHaveTextContent('/chambers?show=all');
  });

  it('shows a viewer all workspaces and no button that they could never press', async () => {
    show(
      new FakeButlerApi(
        [aWorkspace({ owner: 'other@example.com' })],
        aMe({ payments: 'viewer' }),
      ),
    );
    const row = await rowOf('web-api');
    expect(
      row.queryByRole('button', { name: /^Connect/ }),
    ).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Mine' })).toBeNull();
    expect(
      screen.queryByRole('link', { name: 'Create workspace' }),
    ).not.toBeInTheDocument();
  });

  it('narrows the list down to a cluster, in the URL', async () => {
    show(
      new FakeButlerApi([
        aWorkspace({ name: 'api' }),
        aWorkspace({ name: 'batch', cluster: 'dev-us' }),
      ]),
    );
    const cluster = await screen.findByRole('combobox', { name: 'Cluster' });
    expect(screen.queryByRole('combobox', { name: 'Owner' })).toBeNull();
    await userEvent.click(cluster);
    await userEvent.click(screen.getByRole('option', { name: 'dev-us' }));
    expect(namesShown()).toEqual(['batch']);
    expect(address()).toHaveTextContent('/chambers?cluster=dev-us');
    await userEvent.click(screen.getByRole('combobox', { name: /^Phase/ }));
    expect(
      screen.getAllByRole('option').map(option => option.textContent),
    ).toContain('Running (1)');
  });

  it('names the teams only when there are several', async () => {
    const api = new FakeButlerApi(
      [aWorkspace({ name: 'api' })],
      aMe({ payments: 'operator', web: 'operator' }),
    );
    show(api);
    await rowOf('api');
    expect(
      screen.queryByRole('columnheader', { name: 'Team' }),
    ).not.toBeInTheDocument();
    act(() => api.workspaces.upsert(aWorkspace({ name: 'site', team: 'web' })));
    expect(screen.getByRole('columnheader', { name: 'Team' })).toBeVisible();
  });

  it('holds few rows in the document, however many there are', async () => {
    const names = Array.from(
      { length: 1000 },
      (_, index) => `w-${String(index).padStart(4, '0')}`,
    );
    show(new FakeButlerApi(names.map(name => aWorkspace({ name }))));
    await rowOf('w-0000');
    expect(screen.getAllByRole('rowheader').length).toBeLessThan(60);
    expect(screen.getByText('1000 workspaces')).toBeVisible();
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '1001');
  });
});

describe('ListPage without workspaces', () => {
  it('invites to create the first one', async () => {
    show(new FakeButlerApi([]));
    expect(await screen.findByText(/You have no workspaces yet/)).toBeVisible();
    expect(
      screen.getAllByRole('link', { name: 'Create workspace' }),
    ).toHaveLength(1);
  });

  it('leads an admin who has none to the others’', async () => {
    const theirs = aWorkspace({ owner: 'other@example.com' });
    show(new FakeButlerApi([theirs], aMe({ payments: 'admin' })));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all workspaces' }),
    );
    expect(await rowOf('web-api')).toBeTruthy();
  });

  it('tells a viewer why it is empty', async () => {
    show(new FakeButlerApi([], aMe({ payments: 'viewer' })));
    expect(await screen.findByText(/As a viewer you see them/)).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'Create workspace' }),
    ).not.toBeInTheDocument();
  });

  it('tells who is in no team whom to ask, instead of waiting', async () => {
    show(new FakeButlerApi([], aMe({})));
    expect(
      await screen.findByText(/You are in no team yet. Ask a team admin/),
    ).toHaveTextContent('dev@example.com');
  });

  it('shows that it is loading, and then no skeleton again', async () => {
    const api = new FakeButlerApi();
    api.workspaces.set({ status: 'loading' });
    show(api);
    expect(
      await screen.findByText('Loading the workspaces'),
    ).toBeInTheDocument();
    act(() =>
      api.workspaces.set({ status: 'ready', workspaces: [aWorkspace()] }),
    );
    await rowOf('web-api');
    expect(screen.queryByText('Loading the workspaces')).toBeNull();
  });

  it('says what went wrong and tries again', async () => {
    const api = new FakeButlerApi();
    const error = new ButlerError('The caches are not filled yet.', 503);
    api.workspaces.set({ status: 'error', error });
    show(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The caches are not filled yet.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(api.workspaces.retries).toBe(1);
  });

  it('shows the backend’s own words when the person has no access', async () => {
    const api = new FakeButlerApi();
    const error = new ButlerError('Your user is disabled. Ask an admin.', 403);
    api.workspaces.set({ status: 'error', error });
    show(api);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('You may not see the workspaces');
    expect(alert).toHaveTextContent('Your user is disabled. Ask an admin.');
  });

  it('goes on with what was known while it is not live', async () => {
    const api = new FakeButlerApi([aWorkspace()]);
    api.workspaces.set({
      stale: { since: '2026-01-05T08:00:00Z', lost: 'cluster' },
    });
    show(api);
    await rowOf('web-api');
    expect(screen.getByText(/Not live since/)).toBeVisible();
    act(() => api.workspaces.set({ stale: undefined }));
    expect(screen.queryByText(/Not live since/)).toBeNull();
  });
});
