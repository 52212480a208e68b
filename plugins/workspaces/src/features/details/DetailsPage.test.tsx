import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  CONNECT_ANNOTATION,
  TEMPLATE_ANNOTATION,
} from '@butler-portal/plugin-butler-common';
import type { Me } from '@butler-portal/plugin-butler-common';
import { ButlerError } from '../../api';
import {
  aMe,
  aWorkspace,
  FakeButlerApi,
  renderChambers,
} from '../../__testUtils__';
import type { WorkspaceWishes } from '../../__testUtils__';
import { DetailsPage } from './DetailsPage';

const COMMAND = 'ssh -p 2222 dev@203.0.113.7';

function show(wishes: WorkspaceWishes | FakeButlerApi = {}, me: Me = aMe()) {
  const api =
    wishes instanceof FakeButlerApi
      ? wishes
      : new FakeButlerApi([aWorkspace(wishes)], me);
  renderChambers(<DetailsPage />, {
    api,
    at: '/chambers/payments/web-api',
    path: '/chambers/:team/:name',
  });
  return api;
}

const button = (name: string) => screen.findByRole('button', { name });
const panel = async (name: string) =>
  within(await screen.findByRole('region', { name }));
const actionNames = async () =>
  within(await screen.findByRole('group', { name: 'Actions' }))
    .getAllByRole('button')
    .map(item => item.textContent);

describe('DetailsPage', () => {
  it('says how long a first start has taken, and how long one usually takes there', async () => {
    const created = new Date(Date.now() - 5_000).toISOString();
    const api = new FakeButlerApi([aWorkspace({ phase: 'Creating', created })]);
    api.onGetClusters = async () => ({
      items: [
        {
          apiVersion: 'butler.butlerlabs.dev/v1alpha1',
          kind: 'TenantCluster',
          metadata: { name: 'dev-eu' },
          spec: {},
          quota: {
            count: { used: '1' },
            cpu: { used: '1' },
            memory: { used: '1' },
            storage: { used: '1' },
          },
          usualStartSeconds: 90,
        },
      ],
    });
    show(api);
    expect(
      await screen.findByText(
        /Begun \d+ seconds ago\. A start usually takes 1 minute 30 seconds/,
      ),
    ).toBeVisible();
  });

  it('connects, waits for an address and shows the command when it arrives', async () => {
    const api = show();
    await userEvent.click(await button('Connect'));
    expect(api.calls).toContainEqual([
      'act',
      { team: 'payments', name: 'web-api' },
      'connect',
    ]);
    const asked = { [CONNECT_ANNOTATION]: 'true' };
    act(() => api.workspaces.upsert(aWorkspace({ annotations: asked })));
    const connection = await panel('Connection');
    expect(
      await connection.findByText(/Waiting for an address/),
    ).toBeInTheDocument();
    expect(api.calls).not.toContainEqual(['getConnection', expect.anything()]);
    act(() => api.workspaces.upsert(aWorkspace({ connected: true })));
    expect(await connection.findByText(COMMAND)).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Open in VS Code' }),
    ).toHaveAttribute('href', expect.stringMatching(/^vscode:\/\//));
  });

  it('has its way in from the beginning, and tells when it cannot be taken', async () => {
    const api = new FakeButlerApi([aWorkspace({ connected: true })]);
    let fail = () => {};
    api.onGetConnection = () =>
      new Promise((_, reject) => {
        fail = () => reject(new ButlerError('There is no address.', 409));
      });
    show(api);
    const open = await screen.findByRole('link', { name: 'Open in VS Code' });
    expect(open).toHaveAttribute('aria-busy', 'true');
    expect(open).not.toHaveAttribute('href');
    act(() => fail());
    await waitFor(() =>
      expect(open).toHaveAccessibleDescription('There is no address.'),
    );
    expect(open).toHaveAttribute('aria-disabled', 'true');
    expect(open).toBeInTheDocument();
  });

  it('offers the other editors in a menu', async () => {
    show({ connected: true });
    const more = await button('Open in another editor');
    await waitFor(() => expect(more).not.toHaveAttribute('aria-disabled'));
    await userEvent.click(more);
    expect(
      screen.getByRole('menuitem', { name: 'Open in Zed' }),
    ).toHaveAttribute('href', expect.stringMatching(/^zed:\/\/ssh/));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(more).toHaveFocus());
  });

  it('follows no link whose scheme is not its editor’s', async () => {
    const api = new FakeButlerApi([aWorkspace({ connected: true })]);
    api.onGetConnection = async () => ({
      ...(await new FakeButlerApi().onGetConnection({ team: '', name: '' })),
      editors: [{ id: 'vscode', label: 'VS Code', url: 'file:///etc/passwd' }],
    });
    show(api);
    const open = await screen.findByRole('link', { name: 'Open in VS Code' });
    await waitFor(() =>
      expect(open).toHaveAccessibleDescription(/cannot be opened/),
    );
    expect(open).not.toHaveAttribute('href');
  });

  it('asks how to connect again when the address is another one', async () => {
    const api = show({ connected: true });
    expect(await screen.findByText(COMMAND)).toBeInTheDocument();
    api.onGetConnection = async () => ({
      host: '203.0.113.8',
      port: 2222,
      user: 'dev',
      alias: 'api.payments.butler',
      sshCommand: 'ssh -p 2222 dev@203.0.113.8',
      sshConfig: 'Host api.payments.butler\n',
      knownHosts: [],
      hostKeys: [],
      editors: [],
    });
    act(() =>
      api.workspaces.upsert(
        aWorkspace({
          connected: true,
          status: { sshEndpoint: '203.0.113.8:2222' },
        }),
      ),
    );
    expect(
      await screen.findByText('ssh -p 2222 dev@203.0.113.8'),
    ).toBeInTheDocument();
    expect(screen.queryByText(COMMAND)).toBeNull();
  });

  it('pins the host keys, a click away', async () => {
    show({ connected: true });
    const connection = await panel('Connection');
    expect(screen.queryByText('SHA256:host')).toBeNull();
    await userEvent.click(await button('Set up checked host keys'));
    for (const [block, text] of [
      ['SSH configuration', 'Host api.payments.butler'],
      ['known_hosts lines', 'api.payments.butler ssh-ed25519 AAAAC3'],
      ['SSH command by name', 'ssh api.payments.butler'],
    ]) {
      expect(connection.getByRole('region', { name: block })).toHaveTextContent(
        text,
      );
      expect(
        connection.getByRole('button', { name: `Copy ${block}` }),
      ).toBeVisible();
    }
    expect(connection.getByText(/butler_known_hosts/)).toBeVisible();
    expect(connection.getByText('SHA256:host')).toBeVisible();
    expect(
      connection.getByRole('link', {
        name: 'Open in VS Code as api.payments.butler',
      }),
    ).toHaveAttribute('href', expect.stringMatching(/api\.payments\.butler/));
  });

  it('says why there are no host keys to pin, and looks again', async () => {
    const api = new FakeButlerApi([aWorkspace({ connected: true })]);
    const { onGetConnection } = api;
    api.onGetConnection = async key => ({
      ...(await onGetConnection(key)),
      knownHosts: [],
      hostKeys: [],
      hostKeysMissing: 'They could not be read. Ask a platform admin.',
    });
    show(api);
    expect(await screen.findByText(/They could not be read/)).toBeVisible();
    api.onGetConnection = onGetConnection;
    await userEvent.click(await button('Try again'));
    expect(await button('Set up checked host keys')).toBeVisible();
  });

  it('copies the SSH command', async () => {
    const user = userEvent.setup();
    const write = jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockResolvedValue();
    show({ connected: true });
    await user.click(await button('Copy SSH command'));
    // The tooltip says it too.
    expect(
      await screen.findByText('SSH command copied.', {
        selector: '[role=status]',
      }),
    ).toBeInTheDocument();
    expect(write).toHaveBeenCalledWith(COMMAND);
  });

  it('says when the command cannot be read, and tries again', async () => {
    const api = new FakeButlerApi([aWorkspace({ connected: true })]);
    const { onGetConnection } = api;
    api.onGetConnection = async () => {
      throw new ButlerError('There is no address.', 409);
    };
    show(api);
    expect(await screen.findByText('There is no address.')).toBeVisible();
    api.onGetConnection = onGetConnection;
    await userEvent.click(await button('Try again'));
    expect(await screen.findByText(COMMAND)).toBeVisible();
  });

  it('deletes only after the name was typed, and goes back to the list', async () => {
    const api = show();
    await userEvent.click(await button('Delete'));
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Delete' });
    await userEvent.type(dialog.getByRole('textbox'), 'web');
    expect(confirm).toBeDisabled();
    await userEvent.type(dialog.getByRole('textbox'), '-api');
    await userEvent.click(confirm);
    expect(await screen.findByText('Elsewhere: /chambers')).toBeVisible();
    expect(api.calls).toContainEqual([
      'deleteWorkspace',
      { team: 'payments', name: 'web-api' },
      'uid-payments-web-api',
    ]);
  });

  it('stays and says why when a delete is refused', async () => {
    const api = show();
    api.onDeleteWorkspace = async () => {
      throw new ButlerError('Not now.', 503, { requestId: 'req-9' });
    };
    await userEvent.click(await button('Delete'));
    await userEvent.type(await screen.findByRole('textbox'), 'web-api{Enter}');
    expect(await screen.findByText('Not now.')).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/chambers/payments/web-api',
    );
  });

  it('asks before it stops a workspace that is connected', async () => {
    const api = show({ connected: true });
    await userEvent.click(await button('Stop'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(api.calls.map(([method]) => method)).not.toContain('act');
    await userEvent.click(dialog.getByRole('button', { name: 'Stop' }));
    await waitFor(() =>
      expect(api.calls).toContainEqual([
        'act',
        { team: 'payments', name: 'web-api' },
        'stop',
      ]),
    );
  });

  it('says why an action cannot be taken now', async () => {
    const api = show({ phase: 'Creating' });
    const connect = await button('Connect');
    expect(connect).toHaveAttribute('aria-disabled', 'true');
    expect(connect).toHaveAccessibleDescription('It is still starting.');
    await userEvent.click(connect);
    expect(api.calls.map(([method]) => method)).not.toContain('act');
  });

  it('offers each person what they may do, and nothing else', async () => {
    show({ owner: 'other@example.com' }, aMe({ payments: 'admin' }));
    expect(await actionNames()).toEqual(['Stop', 'Delete']);
    const connection = await panel('Connection');
    expect(
      connection.getByText(/only its owner, other@example.com, can connect/),
    ).toBeVisible();
  });

  it('offers a viewer nothing to do', async () => {
    show({ owner: 'other@example.com' }, aMe({ payments: 'viewer' }));
    expect(
      await screen.findByRole('heading', { name: 'About this workspace' }),
    ).toBeVisible();
    expect(screen.queryByRole('group', { name: 'Actions' })).toBeNull();
    expect(screen.queryByText('Create one like it')).toBeNull();
  });

  it('shows the steps while it is created, and announces that it runs', async () => {
    const api = show({
      phase: 'Creating',
      status: {
        phase: 'Creating',
        conditions: [
          { type: 'PVCReady', status: 'True' },
          { type: 'PodReady', status: 'False', message: 'Pod phase: Pending' },
          { type: 'Ready', status: 'False', message: 'The pod is not ready' },
        ],
      },
    });
    const progress = await panel('Progress');
    expect(
      progress.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      'VolumeDone',
      'Pod runningPod phase: PendingIn progress',
      'SSH server readyWaiting',
      'Workspace readyWaiting',
    ]);
    act(() => api.workspaces.upsert(aWorkspace()));
    expect(
      await screen.findByText('web-api is now Running'),
    ).toBeInTheDocument();
    expect(progress.queryByRole('list')).toBeNull();
    await userEvent.click(await button('Show the steps'));
    expect(progress.getByRole('list')).toBeVisible();
  });

  it('shows no connection of a workspace that has failed while it was connected', async () => {
    const status = { connected: true, sshEndpoint: '203.0.113.7:2222' };
    const annotations = { [CONNECT_ANNOTATION]: 'true' };
    const api = show({ annotations, status: { ...status, phase: 'Running' } });
    expect(await actionNames()).toContain('Disconnect');
    act(() =>
      api.workspaces.upsert(
        aWorkspace({ annotations, status: { ...status, phase: 'Failed' } }),
      ),
    );
    expect(
      await screen.findByText('web-api is now Failed'),
    ).toBeInTheDocument();
    expect(await actionNames()).toEqual(['Delete']);
    expect(screen.queryByLabelText('Connected')).toBeNull();
  });

  it('says what to do about a failure', async () => {
    show({
      phase: 'Failed',
      status: {
        phase: 'Failed',
        conditions: [
          {
            type: 'Ready',
            status: 'False',
            reason: 'SSHKeysRequired',
            message: 'no keys',
          },
        ],
      },
    });
    expect(
      await screen.findByText(/Its owner has no SSH key. The owner adds/),
    ).toBeVisible();
    expect(screen.getByText('Reported: no keys')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Create one like it' }),
    ).toHaveAttribute('href', '/chambers/create?workspace=payments%2Fweb-api');
    expect(screen.queryByRole('region', { name: 'Connection' })).toBeNull();
  });

  it('tells the facts in human words', async () => {
    show({
      annotations: { [TEMPLATE_ANNOTATION]: 'butler-system/go' },
      spec: {
        repositories: [{ url: 'https://git.example.com/acme/ledger.git' }],
        autoStopAfter: '0s',
      },
    });
    const facts = await panel('About this workspace');
    for (const text of [
      'Payments',
      'dev-eu',
      'ghcr.io/acme/go:1.24',
      '2 CPU, 4Gi memory',
      '10Gi',
      'Disconnects 4 hours after connecting',
      'Never',
      'butler-system/go',
      'branch main, in /workspace/src',
    ]) {
      expect(facts.getByText(text)).toBeVisible();
    }
  });

  it('leads to the template and to repositories that a browser can show', async () => {
    show({
      annotations: { [TEMPLATE_ANNOTATION]: 'butler-system/go' },
      spec: {
        repositories: [
          { url: 'https://git.example.com/acme/ledger.git' },
          { url: 'git@git.example.com:acme/web.git' },
        ],
      },
    });
    const facts = await panel('About this workspace');
    expect(
      facts.getByRole('link', { name: 'butler-system/go' }),
    ).toHaveAttribute('href', '/chambers/templates/butler-system/go');
    expect(
      facts.getByRole('link', {
        name: 'https://git.example.com/acme/ledger.git',
      }),
    ).toHaveAttribute('href', 'https://git.example.com/acme/ledger.git');
    expect(facts.getByText('git@git.example.com:acme/web.git')).toBeVisible();
    expect(facts.getAllByRole('link')).toHaveLength(2);
  });

  it('says that it is being deleted', async () => {
    show({ deleting: true });
    expect(
      await screen.findByText(/This workspace is being deleted/),
    ).toBeVisible();
    expect(screen.queryByRole('group', { name: 'Actions' })).toBeNull();
  });

  it('uses the same words for what is deleted and what one may not see', async () => {
    const api = show();
    await button('Connect');
    act(() => api.workspaces.remove({ team: 'payments', name: 'web-api' }));
    expect(
      await screen.findByText(/There is no workspace web-api in payments/),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('link', { name: 'Back to workspaces' }),
    );
    expect(await screen.findByText('Elsewhere: /chambers')).toBeVisible();
  });

  it('shows a skeleton, then an error that can be retried', async () => {
    const api = new FakeButlerApi([]);
    api.workspaces.set({ status: 'loading' });
    show(api);
    expect(
      await screen.findByText('Loading the workspace', {
        selector: '[role=status]',
      }),
    ).toBeInTheDocument();
    act(() =>
      api.workspaces.set({
        status: 'error',
        error: new ButlerError('No stream.', 503),
      }),
    );
    expect(await screen.findByText('No stream.')).toBeVisible();
    await userEvent.click(await button('Try again'));
    expect(api.workspaces.retries).toBe(1);
  });

  it('says since when it is not live', async () => {
    const api = new FakeButlerApi([aWorkspace()]);
    api.workspaces.set({
      stale: { since: '2026-01-05T09:00:00Z', lost: 'cluster' },
    });
    show(api);
    expect(await screen.findByText(/Not live since/)).toBeVisible();
  });

  it('begins at its top, wherever the page before was scrolled to', async () => {
    const scroll = jest.fn();
    Element.prototype.scrollIntoView = scroll;
    show();
    await button('Connect');
    expect(scroll).toHaveBeenCalledWith({ block: 'end' });
  });
});
