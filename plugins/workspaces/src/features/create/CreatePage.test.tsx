import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Me, Workspace } from '@butler-portal/plugin-butler-common';
import { ButlerError } from '../../api';
import {
  aMe,
  aTemplate,
  aWorkspace,
  FakeButlerApi,
  renderChambers,
} from '../../__testUtils__';
import { ED25519 } from './access/__testUtils__/sshKeys';
import { CreatePage } from './CreatePage';
import { aCluster } from './__testUtils__/fixtures';

const GO = '/chambers/create?template=payments%2Fgo';

/** What was created arrives over the stream, too. */
function shown(api: FakeButlerApi, team: string, name: string): Workspace {
  const workspace = aWorkspace({ team, name, phase: 'Pending' });
  act(() => api.workspaces.upsert(workspace));
  return workspace;
}

function anApi(me: Me = aMe(), workspaces: Workspace[] = []): FakeButlerApi {
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

function show(api: FakeButlerApi, at = '/chambers/create') {
  return renderChambers(<CreatePage />, { api, at, path: '/chambers/create' });
}

const field = (name: string) =>
  screen.findByRole(name === 'Image' ? 'combobox' : 'textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });
const template = (name: string) => screen.findByRole('radio', { name });
const creates = (api: FakeButlerApi) =>
  api.calls.filter(([method]) => method === 'createWorkspace');

async function goTo(step: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: new RegExp(`${step}$`) }),
  );
}

/** Shows the basics and waits until the template of the URL has filled them in. */
async function filledIn() {
  await goTo('Basics');
  await waitFor(async () =>
    expect(await field('Image')).toHaveValue('ghcr.io/acme/go:1.24'),
  );
}

async function submit() {
  await goTo('Review');
  await userEvent.click(button('Create workspace'));
}

describe('CreatePage', () => {
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
    await userEvent.click(await field('Public keys'));
    await userEvent.paste(ED25519.publicKey);
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

  it('does not overwrite with a template what was edited by hand', async () => {
    show(anApi(), GO);
    await filledIn();
    const image = await field('Image');
    await userEvent.clear(image);
    await userEvent.type(image, 'ghcr.io/me/mine:1');
    await goTo('Template');
    await userEvent.click(await template('Web app'));
    await goTo('Basics');
    await waitFor(async () =>
      expect(await field('Name')).toHaveValue('web-dev'),
    );
    expect(await field('Image')).toHaveValue('ghcr.io/me/mine:1');
  });

  it('proposes a name that no known workspace of the team has', async () => {
    show(anApi(aMe(), [aWorkspace({ name: 'go-dev' })]), GO);
    await filledIn();
    expect(await field('Name')).toHaveValue('go-dev-2');
  });

  it('says on leaving the name that it is taken', async () => {
    show(anApi(aMe(), [aWorkspace({ name: 'ledger' })]), GO);
    await filledIn();
    const name = await field('Name');
    await userEvent.clear(name);
    await userEvent.type(name, 'ledger');
    await userEvent.tab();
    expect(
      await screen.findByText(/The team has a workspace of that name/),
    ).toBeVisible();
  });

  it('shows clusters that take no workspaces, disabled, with the reason', async () => {
    show(anApi());
    await goTo('Basics');
    const legacy = await screen.findByRole('radio', { name: 'legacy' });
    expect(legacy).toBeDisabled();
    expect(legacy).toHaveAccessibleDescription(
      'Workspaces are not enabled on this cluster',
    );
    const crowded = screen.getByRole('radio', { name: 'crowded' });
    expect(crowded).toBeDisabled();
    expect(crowded).toHaveAccessibleDescription(
      'No room for another workspace (8 of 20)',
    );
    expect(screen.getByRole('radio', { name: 'dev-eu' })).toBeChecked();
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

  it('leads to the first field that is wrong, and marks the steps', async () => {
    const api = anApi();
    show(api, GO);
    await filledIn();
    await userEvent.clear(await field('Name'));
    await goTo('Size and time');
    await userEvent.clear(await field('CPU'));
    await userEvent.type(await field('CPU'), 'two');
    await submit();
    await waitFor(async () => expect(await field('Name')).toHaveFocus());
    expect(await field('Name')).toBeInvalid();
    expect(
      screen.getByRole('button', { name: /Basics.*1 field to mend/ }),
    ).toHaveAttribute('aria-current', 'step');
    await userEvent.click(
      screen.getByRole('button', { name: /Size and time.*1 field to mend/ }),
    );
    expect(await field('CPU')).toBeInvalid();
    expect(creates(api)).toEqual([]);
  });

  it('says on leaving a step what is wrong there, and lists it in the review', async () => {
    show(anApi(), GO);
    await filledIn();
    await userEvent.clear(await field('Image'));
    await goTo('Code');
    expect(
      await screen.findByRole('button', { name: /Basics.*1 field to mend/ }),
    ).toBeVisible();
    await goTo('Review');
    expect(await screen.findByText(/: Name an image\./)).toBeVisible();
    const alert = screen
      .getByText(/: Name an image\./)
      .closest('[role="alert"]');
    await userEvent.click(
      within(alert as HTMLElement).getByRole('button', { name: 'Basics' }),
    );
    await waitFor(async () => expect(await field('Image')).toHaveFocus());
  });

  it('goes from step to step with Enter, and sends nothing before the review', async () => {
    const api = anApi();
    show(api, `${GO}&step=basics`);
    await filledIn();
    await userEvent.type(await field('Name'), '{Enter}');
    expect(screen.getByLabelText('Address')).toHaveTextContent('step=code');
    await userEvent.click(button('Next'));
    expect(screen.getByLabelText('Address')).toHaveTextContent('step=size');
    await userEvent.click(button('Back'));
    expect(screen.getByLabelText('Address')).toHaveTextContent('step=code');
    await userEvent.click(button('Go to review'));
    expect(screen.getByLabelText('Address')).toHaveTextContent('step=review');
    expect(creates(api)).toEqual([]);
  });

  it('takes the repository of a link', async () => {
    show(
      anApi(),
      '/chambers/create?step=code&repo=https%3A%2F%2Fgit.example.com%2Facme%2Fshop',
    );
    await waitFor(async () =>
      expect(await field('URL')).toHaveValue(
        'https://git.example.com/acme/shop',
      ),
    );
    await goTo('Basics');
    expect(await field('Name')).toHaveValue('shop-dev');
  });

  it('shows what the backend refuses at its field', async () => {
    const api = anApi();
    api.onCreateWorkspace = async () => {
      throw new ButlerError('Invalid', 400, [
        { path: 'spec.repositories[0].url', message: 'This host is blocked.' },
      ]);
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
      throw new ButlerError('The quota is used up.', 409, [], 'req-17');
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

  it('keeps the draft over a reload', async () => {
    const api = anApi();
    const { unmount } = show(api, GO);
    await filledIn();
    const name = await field('Name');
    await userEvent.clear(name);
    await userEvent.type(name, 'my-own');
    await goTo('Code');
    await userEvent.click(button('Add repository'));
    unmount();
    show(api);
    await goTo('Basics');
    await waitFor(async () =>
      expect(await field('Name')).toHaveValue('my-own'),
    );
    expect(screen.getByLabelText('Address')).toHaveTextContent(GO);
    await goTo('Code');
    expect(
      screen.getByRole('group', { name: 'Repository 2' }),
    ).toBeInTheDocument();
    await goTo('Template');
    expect(await template('Go service')).toBeChecked();
  });

  it('keeps which steps were visited over a reload, and what is wrong on them', async () => {
    const done = async (step: string) =>
      within(
        await screen.findByRole('button', { name: new RegExp(`^${step}`) }),
      ).queryByTestId('CheckCircleIcon');
    const { unmount } = show(anApi(), GO);
    await filledIn();
    await userEvent.clear(await field('Image'));
    await goTo('Code');
    await waitFor(async () => expect(await done('Template')).toBeVisible());
    unmount();
    show(anApi(), `${GO}&step=code`);
    await waitFor(async () => expect(await done('Template')).toBeVisible());
    expect(
      await screen.findByRole('button', { name: /Basics.*1 field to mend/ }),
    ).toBeVisible();
    expect(await done('Size and time')).toBeNull();
  });

  it('stores a public key that is being added, and nothing of a private one', async () => {
    const { unmount } = show(anApi(), `${GO}&step=access`);
    await userEvent.click(await field('Public key'));
    await userEvent.paste('-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r');
    await userEvent.click(await field('Name of the key'));
    await userEvent.paste('desktop');
    await waitFor(() =>
      expect(JSON.stringify(window.sessionStorage)).toContain('desktop'),
    );
    expect(JSON.stringify(window.sessionStorage)).not.toMatch(/PRIVATE|b3Bl/);
    await userEvent.clear(await field('Public key'));
    await userEvent.click(await field('Public key'));
    await userEvent.paste(ED25519.publicKey);
    unmount();
    show(anApi(), `${GO}&step=access`);
    expect(await field('Public key')).toHaveValue(ED25519.publicKey);
    expect(await field('Name of the key')).toHaveValue('desktop');
  });

  it('starts over with an empty form', async () => {
    show(anApi(), GO);
    await filledIn();
    await userEvent.type(await field('Name'), '-mine');
    await userEvent.click(button('Start over'));
    expect(await template('Start from scratch')).toBeChecked();
    await goTo('Basics');
    await waitFor(async () =>
      expect(await field('Name')).toHaveValue('workspace-dev'),
    );
  });

  it('says while the name is typed that it is taken', async () => {
    show(anApi(aMe(), [aWorkspace({ name: 'ledger' })]), GO);
    await filledIn();
    const name = await field('Name');
    await userEvent.clear(name);
    await userEvent.type(name, 'ledger');
    expect(
      await screen.findByText(/The team has a workspace of that name/),
    ).toBeVisible();
    await userEvent.type(name, '-2');
    await waitFor(() => expect(name).toBeValid());
  });

  it('proposes the images of the catalogue', async () => {
    const api = anApi();
    api.onGetImages = async () => ({
      items: [{ name: 'Rust', image: 'ghcr.io/acme/rust:1' }],
    });
    show(api, GO);
    await filledIn();
    await userEvent.click(await field('Image'));
    await userEvent.click(await screen.findByRole('option', { name: /Rust/ }));
    expect(await field('Image')).toHaveValue('ghcr.io/acme/rust:1');
  });

  it('shows templates that were used last first', async () => {
    const used = aWorkspace({
      annotations: { 'butler.butlerlabs.dev/template': 'payments/web' },
    });
    show(anApi(aMe(), [used]));
    await template('Web app');
    const cards = screen.getAllByRole('radio');
    expect(cards[0]).toBe(screen.getByRole('radio', { name: 'Web app' }));
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

  it('offers to stop an own idle workspace where the quota is too small', async () => {
    const idle = aWorkspace({ name: 'old-one' });
    const busy = aWorkspace({ name: 'in-use', connected: true });
    const api = anApi(aMe(), [idle, busy]);
    api.onGetClusters = async () => ({ items: [aCluster({ cpuLeft: '0' })] });
    show(api, `${GO}&step=size`);
    await userEvent.clear(await field('CPU'));
    await userEvent.type(await field('CPU'), '11');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Stop old-one' }),
    );
    expect(screen.queryByRole('button', { name: 'Stop in-use' })).toBeNull();
    expect(api.calls).toContainEqual([
      'act',
      { team: 'payments', name: 'old-one' },
      'stop',
    ]);
  });

  it('leads to the size when the backend has no room, and says why', async () => {
    const api = anApi();
    api.onCreateWorkspace = async () => {
      throw new ButlerError('No CPU is left.', 409, [], 'r', {
        cluster: 'dev-eu',
        exceeded: ['cpu'],
        asked: { count: '1', cpu: '4', memory: '8Gi', storage: '20Gi' },
        used: { count: '8', cpu: '16', memory: '12Gi', storage: '80Gi' },
        left: { cpu: '0' },
        stoppable: [],
      });
    };
    show(api, GO);
    await filledIn();
    await submit();
    expect(await screen.findByText('No CPU is left.')).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent('step=size');
  });

  it('asks for a dry run in the review, and shows what only the API server finds', async () => {
    const api = anApi();
    api.onTryCreateWorkspace = async () => {
      throw new ButlerError('Invalid', 400, [
        { path: 'spec.image', message: 'This registry is blocked.' },
      ]);
    };
    show(api, GO);
    await filledIn();
    await goTo('Review');
    expect(
      await screen.findByText('The cluster does not take this yet'),
    ).toBeVisible();
    expect(
      await screen.findByText(/: This registry is blocked\./),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: /Basics.*1 field to mend/ }),
    );
    expect(await field('Image')).toHaveAccessibleDescription(
      'This registry is blocked.',
    );
  });

  it('shows what is sent as YAML', async () => {
    show(anApi(), GO);
    await filledIn();
    await goTo('Review');
    expect(
      await screen.findByText('The cluster takes this as it is.'),
    ).toBeVisible();
    const yaml = await screen.findByRole('region', { name: 'go-dev.yaml' });
    expect(yaml).toHaveTextContent(
      /kind: Workspace .*name: go-dev namespace: payments .*owner: dev@example.com/,
    );
  });

  it('tells a viewer who can help, and shows no form', async () => {
    show(anApi(aMe({ payments: 'viewer' })));
    expect(
      await screen.findByText(/Ask a team admin to make you an operator/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Create workspace' }),
    ).toBeNull();
  });

  it('tells a person without a team who can help', async () => {
    show(anApi(aMe({})));
    expect(await screen.findByText(/You belong to no team/)).toBeVisible();
  });

  it('offers only the teams in which the person may create', async () => {
    const api = anApi(
      aMe({ payments: 'operator', search: 'admin', audit: 'viewer' }),
    );
    show(api);
    await goTo('Basics');
    await userEvent.click(
      await screen.findByRole('combobox', { name: 'Team' }),
    );
    expect(
      screen.getAllByRole('option').map(option => option.textContent),
    ).toEqual(['Payments', 'Search']);
    await userEvent.click(screen.getByRole('option', { name: 'Search' }));
    await waitFor(() =>
      expect(api.calls).toContainEqual(['getClusters', 'search']),
    );
  });

  it('creates in the team whose template a link names', async () => {
    const api = anApi(aMe({ audit: 'operator', payments: 'operator' }));
    show(api, GO);
    await filledIn();
    expect(screen.getByRole('combobox', { name: 'Team' })).toHaveTextContent(
      'Payments',
    );
  });

  it('warns a person without an SSH key', async () => {
    show(anApi(aMe({ payments: 'operator' }, { sshKeyCount: 0 })));
    await goTo('Environment and access');
    expect(await screen.findByText(/fails with SSHKeysRequired/)).toBeVisible();
  });

  it('fills in a size, and says what is left and when it is too much', async () => {
    show(anApi());
    await goTo('Size and time');
    await userEvent.click(await screen.findByRole('button', { name: /Large/ }));
    expect(await field('CPU')).toHaveValue('4');
    expect(
      await screen.findByText('6 of 16 used, 4 for this one (10 free now)'),
    ).toBeVisible();
    await userEvent.clear(await field('CPU'));
    await userEvent.type(await field('CPU'), '11');
    expect(
      await screen.findByText(
        'Too much: 6 of 16 used, 10 free, and this one asks for 11',
      ),
    ).toBeVisible();
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

  it('says that the team has no templates', async () => {
    const api = anApi();
    api.onGetTemplates = async () => ({ items: [] });
    show(api);
    expect(
      await screen.findByText(/There are no templates for this team/),
    ).toBeVisible();
    expect(await template('Start from scratch')).toBeChecked();
  });

  it('says that a template of a link is not there', async () => {
    show(anApi(), '/chambers/create?template=payments%2Fold');
    expect(
      await screen.findByText(/The template payments\/old is not there/),
    ).toBeVisible();
  });

  it('offers to try again when the person is not known', async () => {
    const api = anApi();
    api.onGetMe = async () => {
      throw new ButlerError('Gone fishing.', 503);
    };
    show(api);
    expect(await screen.findByText('Gone fishing.')).toBeVisible();
    api.onGetMe = async () => aMe();
    await userEvent.click(button('Try again'));
    await goTo('Basics');
    await field('Name');
  });
});
