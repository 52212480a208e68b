import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Workspace } from '@butler-portal/plugin-butler-common';
import { ButlerError } from '../../../api';
import { aMe, aWorkspace } from '../../../__testUtils__';
import { ED25519 } from '../access/__testUtils__/sshKeys';
import {
  anApi,
  button,
  creates,
  field,
  filledIn,
  GO,
  goTo,
  show,
  shown,
  submit,
  template,
  write,
} from '../__testUtils__/createPage';
import { aCluster } from '../__testUtils__/fixtures';

describe('creating a workspace', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('creates a workspace from a template and shows it', async () => {
    const api = anApi();
    show(api);
    await userEvent.click(await template('Go service'));
    await filledIn();
    expect(screen.getByLabelText('Address')).toHaveTextContent(GO);
    expect(await field('Name')).toHaveValue('go-dev');
    await submit();
    expect(
      await screen.findByText('Elsewhere: /chambers/payments/go-dev'),
    ).toBeVisible();
    expect(creates(api)).toEqual([
      [
        'createWorkspace',
        'payments',
        {
          name: 'go-dev',
          template: { namespace: 'payments', name: 'go' },
          spec: {
            clusterRef: { name: 'dev-eu' },
            image: 'ghcr.io/acme/go:1.24',
            repositories: [{ url: 'https://git.example.com/acme/ledger.git' }],
            resources: { cpu: '4', memory: '8Gi' },
            storageSize: '20Gi',
          },
        },
        expect.stringMatching(/^[0-9a-f]{32}$/),
      ],
    ]);
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('creates from a card with every default, in one click', async () => {
    const api = anApi();
    show(api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Create now from Go service',
      }),
    );
    expect(
      await screen.findByText('Elsewhere: /chambers/payments/go-dev'),
    ).toBeVisible();
    expect(creates(api)).toMatchObject([
      [
        'createWorkspace',
        'payments',
        { name: 'go-dev', template: { namespace: 'payments', name: 'go' } },
        expect.any(String),
      ],
    ]);
  });

  it('leads to what a default cannot decide instead of creating', async () => {
    const api = anApi(aMe({ payments: 'operator' }, { sshKeyCount: 0 }));
    show(api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Create now from Go service',
      }),
    );
    expect(await screen.findByText(/fails with SSHKeysRequired/)).toBeVisible();
    expect(creates(api)).toEqual([]);
  });

  it('creates at once for a person whose keys stand in the form alone', async () => {
    const api = anApi(aMe({ payments: 'operator' }, { sshKeyCount: 0 }));
    show(api);
    await goTo('Environment and access');
    await userEvent.click(
      await screen.findByRole('radio', {
        name: 'Keys for this workspace only',
      }),
    );
    await write('Public keys', ED25519.publicKey);
    await goTo('Template');
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Create now from Go service',
      }),
    );
    expect(
      await screen.findByText('Elsewhere: /chambers/payments/go-dev'),
    ).toBeVisible();
    expect(creates(api)[0][2]).toMatchObject({
      spec: { sshPublicKeys: [ED25519.publicKey] },
    });
  });

  it('sends nothing while no cluster takes workspaces', async () => {
    const api = anApi();
    api.onGetClusters = async () => ({
      items: [aCluster({ phase: 'Provisioning' })],
    });
    show(api, GO);
    await goTo('Basics');
    expect(
      await screen.findByText(/No cluster of the team takes workspaces now/),
    ).toBeVisible();
    await submit();
    expect(creates(api)).toEqual([]);
  });

  it('shows what the backend refuses at its field', async () => {
    const api = anApi();
    api.onCreateWorkspace = async () => {
      throw new ButlerError('Invalid', 400, {
        fields: [
          {
            path: 'spec.repositories[0].url',
            message: 'This host is blocked.',
          },
        ],
      });
    };
    show(api, GO);
    await filledIn();
    await submit();
    expect(await screen.findByText('This host is blocked.')).toBeVisible();
    const row = screen.getByRole('group', { name: 'Repository 1' });
    const url = within(row).getByRole('textbox', { name: 'URL' });
    expect(url).toBeInvalid();
    expect(url).toHaveFocus();
    expect(url).toHaveAccessibleDescription('This host is blocked.');
  });

  it('shows other refusals at the top, with the request id', async () => {
    const api = anApi();
    api.onCreateWorkspace = async () => {
      throw new ButlerError('The quota is used up.', 409, {
        requestId: 'req-17',
      });
    };
    show(api, GO);
    await filledIn();
    await submit();
    const alert = (await screen.findByText('The quota is used up.')).closest(
      '[role="alert"]',
    );
    expect(alert).toHaveTextContent('The workspace was not created');
    expect(alert).toHaveTextContent('req-17');
    await waitFor(() => expect(alert).toHaveFocus());
  });

  it('sends once, however often it is pressed', async () => {
    const api = anApi();
    let answer: (workspace: Workspace) => void = () => {};
    api.onCreateWorkspace = () =>
      new Promise(resolve => {
        answer = resolve;
      });
    show(api, GO);
    await filledIn();
    await goTo('Review');
    await userEvent.dblClick(button('Create workspace'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(button('Create workspace')).toHaveAttribute('aria-busy', 'true'),
    );
    expect(creates(api)).toHaveLength(1);
    await act(async () => answer(shown(api, 'payments', 'go-dev')));
    expect(
      await screen.findByText('Elsewhere: /chambers/payments/go-dev'),
    ).toBeVisible();
  });

  it('retries the same content with the same key, also when the first try has worked', async () => {
    const api = anApi();
    api.onCreateWorkspace = async () => {
      throw new ButlerError('No answer.', 0);
    };
    show(api, GO);
    await filledIn();
    await submit();
    expect(
      await screen.findByText(
        'It is not known whether the workspace was created',
      ),
    ).toBeVisible();
    act(() => api.workspaces.upsert(aWorkspace({ name: 'go-dev' })));
    api.onCreateWorkspace = async () => aWorkspace({ name: 'go-dev' });
    await submit();
    expect(
      await screen.findByText('Elsewhere: /chambers/payments/go-dev'),
    ).toBeVisible();
    const [first, second] = creates(api);
    expect(second).toEqual(first);
  });

  it('does not say after a reload that the name of an unanswered try is taken', async () => {
    const api = anApi();
    api.onCreateWorkspace = async (team, { name }) => {
      shown(api, team, name);
      throw new ButlerError('No answer.', 0);
    };
    const asked: (string | undefined)[] = [];
    api.onTryCreateWorkspace = async (team, { name }, key) => {
      asked.push(key);
      return aWorkspace({ team, name });
    };
    const { unmount } = show(api, GO);
    await filledIn();
    await submit();
    await screen.findByText(
      'It is not known whether the workspace was created',
    );
    unmount();
    show(api, `${GO}&step=review`);
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked).toEqual([undefined, creates(api)[0][3]]);
  });

  it('leads nowhere when the page was left before the answer', async () => {
    const api = anApi();
    let answer: (workspace: Workspace) => void = () => {};
    api.onCreateWorkspace = () =>
      new Promise(resolve => {
        answer = resolve;
      });
    show(api, GO);
    await filledIn();
    await submit();
    await waitFor(() => expect(creates(api)).toHaveLength(1));
    await userEvent.click(screen.getByRole('link', { name: 'Cancel' }));
    expect(await screen.findByText('Elsewhere: /chambers')).toBeVisible();
    await act(async () => answer(shown(api, 'payments', 'go-dev')));
    await waitFor(() => expect(window.sessionStorage).toHaveLength(0));
    expect(screen.getByText('Elsewhere: /chambers')).toBeVisible();
  });

  it('creates nothing from a card that was given up for another one', async () => {
    const api = anApi();
    const { onGetClusters } = api;
    let clustersAreThere = () => {};
    api.onGetClusters = async team => {
      await new Promise<void>(resolve => {
        clustersAreThere = resolve;
      });
      return onGetClusters(team);
    };
    show(api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Create now from Go service',
      }),
    );
    await userEvent.click(await template('Web app'));
    await act(async () => clustersAreThere());
    await userEvent.click(await template('Go service'));
    await filledIn();
    expect(creates(api)).toEqual([]);
  });

  it('sends times as Go durations, never as 0s', async () => {
    const api = anApi();
    show(api, `${GO}&step=size`);
    await screen.findByRole('textbox', { name: 'Stop after' });
    await userEvent.click(button('never'));
    await userEvent.click(button('1 hour'));
    expect(await screen.findByText('1 hour after connecting')).toBeVisible();
    await submit();
    await waitFor(() => expect(creates(api)).toHaveLength(1));
    expect(creates(api)[0][2]).toMatchObject({
      spec: { idleTimeout: '1h', autoStopAfter: '0s' },
    });
  });

  it('leads to the size when the backend has no room, and says why', async () => {
    const api = anApi();
    api.onCreateWorkspace = async () => {
      throw new ButlerError('No CPU is left.', 409, {
        requestId: 'r',
        quota: {
          cluster: 'dev-eu',
          exceeded: ['cpu'],
          asked: { count: '1', cpu: '4', memory: '8Gi', storage: '20Gi' },
          used: { count: '8', cpu: '16', memory: '12Gi', storage: '80Gi' },
          left: { cpu: '0' },
          stoppable: [],
        },
      });
    };
    show(api, GO);
    await filledIn();
    await submit();
    expect(await screen.findByText('No CPU is left.')).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent('step=size');
  });

  it('goes on from scratch when the templates cannot be loaded', async () => {
    const api = anApi();
    api.onGetTemplates = async () => {
      throw new ButlerError('No luck.', 503);
    };
    show(api);
    expect(await screen.findByText('No luck.')).toBeVisible();
    await goTo('Basics');
    expect(await field('Image')).toHaveValue('ghcr.io/acme/base:1');
    await submit();
    expect(
      await screen.findByText('Elsewhere: /chambers/payments/workspace-dev'),
    ).toBeVisible();
  });
});
