import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ButlerError } from '../../api';
import { aMe, aWorkspace } from '../../__testUtils__';
import {
  anApi,
  button,
  creates,
  field,
  filledIn,
  GO,
  goTo,
  show,
  submit,
  template,
  write,
} from './__testUtils__/createPage';
import { aCluster } from './__testUtils__/fixtures';

describe('CreatePage', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('does not overwrite with a template what was edited by hand', async () => {
    show(anApi(), GO);
    await filledIn();
    await write('Image', 'ghcr.io/me/mine:1');
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
    await write('Name', 'ledger');
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

  it('takes repository and branch from the link to a page of the repository', async () => {
    const page = 'https://github.com/acme/ledger/tree/next/docs';
    show(
      anApi(),
      `/chambers/create?step=code&repo=${encodeURIComponent(page)}`,
    );
    expect(await field('URL')).toHaveValue('https://github.com/acme/ledger');
    expect(await field('Branch')).toHaveValue('next');
  });

  it('takes repository and branch from the address of a page, and says so', async () => {
    show(anApi(), '/chambers/create?step=code');
    await userEvent.click(await screen.findByText('Add repository'));
    await userEvent.click(await field('URL'));
    await userEvent.paste('https://github.com/acme/ledger/blob/next/go.mod#L5');
    await userEvent.tab();
    expect(await field('URL')).toHaveValue('https://github.com/acme/ledger');
    await waitFor(async () => expect(await field('URL')).toBeValid());
    expect(await field('Branch')).toHaveValue('next');
    expect(await field('URL')).toHaveAccessibleDescription(
      /the branch “next” stand here now/,
    );
    expect(
      screen.getByText(/the branch “next” stand/, {
        selector: '[role=status]',
      }),
    ).toBeInTheDocument();
  });

  it('does so too when Enter leads on, and leaves a branch that was typed', async () => {
    show(anApi(), '/chambers/create?step=code');
    await userEvent.click(await screen.findByText('Add repository'));
    await write('Branch', 'mine');
    await userEvent.click(await field('URL'));
    await userEvent.paste('https://github.com/acme/ledger/tree/next');
    await userEvent.keyboard('{Enter}');
    await goTo('Code');
    expect(await field('URL')).toHaveValue('https://github.com/acme/ledger');
    expect(await field('Branch')).toHaveValue('mine');
  });

  it('takes every repository of a link, in its order', async () => {
    show(
      anApi(),
      '/chambers/create?step=code&repo=https%3A%2F%2Fgit.example.com%2Fa%2Fone&repo=https%3A%2F%2Fgit.example.com%2Fa%2Ftwo',
    );
    await waitFor(async () =>
      expect(
        (
          await screen.findAllByLabelText('URL')
        ).map(input => (input as HTMLInputElement).value),
      ).toEqual([
        'https://git.example.com/a/one',
        'https://git.example.com/a/two',
      ]),
    );
  });

  it('shows at its field why the repository of a link cannot be used, also after a reload', async () => {
    const at = '/chambers/create?repo=http%3A%2F%2Fgit.example.com%2Fshop';
    const first = show(anApi(), at);
    const code = () =>
      screen.findByRole('button', { name: /Code.*1 field to mend/ });
    await code();
    first.unmount();
    show(anApi(), at);
    await code();
    await goTo('Code');
    const url = await field('URL');
    expect(url).toHaveValue('http://git.example.com/shop');
    expect(url).toHaveAccessibleDescription(/Use https:\/\//);
  });

  it('adds the repository of a link to those that were typed before, once', async () => {
    const link =
      '/chambers/create?step=code&repo=https%3A%2F%2Fgit.example.com%2Facme%2Fshop';
    const urls = () =>
      screen
        .queryAllByLabelText('URL')
        .map(input => (input as HTMLInputElement).value);
    const before = show(anApi(), '/chambers/create?step=code');
    await userEvent.click(await screen.findByText('Add repository'));
    await write('URL', 'https://git.example.com/me/mine');
    before.unmount();
    const linked = show(anApi(), link);
    await waitFor(() =>
      expect(urls()).toEqual([
        'https://git.example.com/acme/shop',
        'https://git.example.com/me/mine',
      ]),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove repository 1' }),
    );
    linked.unmount();
    show(anApi(), link);
    await waitFor(() =>
      expect(urls()).toEqual(['https://git.example.com/me/mine']),
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

  it('offers to stop an own idle workspace where the quota is too small', async () => {
    const idle = aWorkspace({ name: 'old-one' });
    const busy = aWorkspace({ name: 'in-use', connected: true });
    const api = anApi(aMe(), [idle, busy]);
    api.onGetClusters = async () => ({ items: [aCluster({ cpuLeft: '0' })] });
    show(api, `${GO}&step=size`);
    await write('CPU', '11');
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

  it('does not offer to stop one where that gives no room', async () => {
    const api = anApi(aMe(), [aWorkspace({ name: 'old-one' })]);
    show(api, `${GO}&step=size`);
    await write('Storage', '10Ti');
    expect(
      await screen.findByText(/Stopping a workspace does not help here/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Stop old-one' })).toBeNull();
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

  it.each([[true], [false]])(
    'says that what was typed is kept when the team is taken away, if anything was: %s',
    async typed => {
      const api = anApi();
      show(api, GO);
      await filledIn();
      if (typed) await write('Name', 'precious');
      api.onGetMe = async () => aMe({});
      await act(async () => api.workspaces.set({ accessVersion: 1 }));
      expect(await screen.findByText(/You belong to no team/)).toBeVisible();
      expect(screen.queryAllByText(/is kept in this tab/)).toHaveLength(
        typed ? 1 : 0,
      );
      api.onGetMe = async () => aMe();
      await act(async () => api.workspaces.set({ accessVersion: 2 }));
      expect(await field('Name')).toHaveValue(typed ? 'precious' : 'go-dev');
    },
  );

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
    expect(screen.getByRole('combobox', { name: 'Team' })).toHaveValue(
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
    await write('CPU', '11');
    expect(
      await screen.findByText(
        'Too much: 6 of 16 used, 10 free, and this one asks for 11',
      ),
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

  it('says on the basics and in the review that another team has no such template', async () => {
    const api = anApi(aMe({ payments: 'operator', search: 'operator' }));
    const { onGetTemplates } = api;
    api.onGetTemplates = async team =>
      team === 'search' ? { items: [] } : onGetTemplates(team);
    show(api, GO);
    await filledIn();
    await userEvent.click(await field('Team'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Search' }),
    );
    const warning = /The template payments\/go is not there for this team/;
    expect(await screen.findByText(warning)).toBeVisible();
    await goTo('Review');
    expect(await screen.findByText(warning)).toBeVisible();
  });

  describe('with the link to create one like another workspace', () => {
    const LIKE = '/chambers/create?workspace=payments%2Fweb-api';
    const failed = aWorkspace({
      phase: 'Failed',
      spec: {
        image: 'ghcr.io/acme/web:2',
        repositories: [{ url: 'https://git.example.com/acme/web.git' }],
        resources: { cpu: '8' },
        sshPublicKeys: ['ssh-ed25519 AAAA'],
      },
    });

    it('starts as that workspace, on its cluster, also once it is deleted', async () => {
      const api = anApi(aMe(), [failed]);
      show(api, LIKE);
      expect(
        await screen.findByText(/starts as the workspace payments\/web-api/),
      ).toBeVisible();
      expect(await template('Start from scratch')).not.toBeChecked();
      await goTo('Basics');
      await waitFor(async () =>
        expect(await field('Image')).toHaveValue('ghcr.io/acme/web:2'),
      );
      expect(await field('Name')).toHaveValue('web-api-2');
      act(() => api.workspaces.remove({ team: 'payments', name: 'web-api' }));
      await waitFor(async () =>
        expect(await field('Name')).toHaveValue('web-api'),
      );
      expect(await field('Image')).toHaveValue('ghcr.io/acme/web:2');
      await submit();
      await waitFor(() => expect(creates(api)).toHaveLength(1));
      expect(creates(api)[0][2]).toEqual({
        name: 'web-api',
        spec: expect.objectContaining({
          clusterRef: { name: 'dev-eu' },
          image: 'ghcr.io/acme/web:2',
          repositories: [{ url: 'https://git.example.com/acme/web.git' }],
          resources: { cpu: '8', memory: '4Gi' },
        }),
      });
      expect(creates(api)[0][2]).not.toHaveProperty('spec.sshPublicKeys');
    });

    it('starts as a template or from scratch as soon as one is chosen', async () => {
      show(anApi(aMe(), [failed]), LIKE);
      await userEvent.click(await template('Web app'));
      await waitFor(() =>
        expect(screen.queryByText(/starts as the workspace/)).toBeNull(),
      );
      await goTo('Basics');
      expect(await field('Image')).toHaveValue('ghcr.io/acme/node:22');
    });

    it('goes on as that workspace from the draft', async () => {
      const { unmount } = show(anApi(aMe(), [failed]), LIKE);
      await goTo('Basics');
      await write('Name', 'mine');
      unmount();
      show(anApi(aMe(), [failed]));
      await goTo('Basics');
      expect(await field('Name')).toHaveValue('mine');
      expect(await field('Image')).toHaveValue('ghcr.io/acme/web:2');
    });

    it('says that the workspace is not there', async () => {
      show(anApi(), LIKE);
      expect(
        await screen.findByText(/The workspace payments\/web-api is not there/),
      ).toBeVisible();
    });
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
