import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CreateWorkspaceRequest } from '@butler-portal/plugin-butler-common';
import { ButlerError } from '../../../api';
import { aWorkspace } from '../../../__testUtils__';
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
import type { ClusterChoice } from '../basics/clusterChoice';

describe('the wizard', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('leads to the first field that is wrong, and marks the steps', async () => {
    const api = anApi();
    show(api, GO);
    await filledIn();
    await userEvent.clear(await field('Name'));
    await goTo('Size and time');
    await write('CPU', 'two');
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

  it('keeps the draft over a reload', async () => {
    const api = anApi();
    const { unmount } = show(api, GO);
    await filledIn();
    await write('Name', 'my-own');
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
    await write(
      'Public key',
      '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r',
    );
    await write('Name of the key', 'desktop');
    await waitFor(() =>
      expect(JSON.stringify(window.sessionStorage)).toContain('desktop'),
    );
    expect(JSON.stringify(window.sessionStorage)).not.toMatch(/PRIVATE|b3Bl/);
    await write('Public key', ED25519.publicKey);
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
    const question = within(
      await screen.findByRole('dialog', {
        name: 'Start over with an empty form?',
      }),
    );
    await userEvent.click(question.getByRole('button', { name: 'Cancel' }));
    expect(await field('Name')).toHaveDisplayValue(/-mine$/);
    await userEvent.click(button('Start over'));
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Start over',
      }),
    );
    expect(await template('Start from scratch')).toBeChecked();
    // What was pressed is gone: the page is read out as if one had just come to it.
    await waitFor(() =>
      expect(
        screen.getByRole('heading', { name: 'Create workspace' }),
      ).toHaveFocus(),
    );
    await goTo('Basics');
    await waitFor(async () =>
      expect(await field('Name')).toHaveValue('workspace-dev'),
    );
  });

  it('starts over at once where nothing was filled in by hand', async () => {
    show(anApi(), GO);
    await filledIn();
    await userEvent.click(button('Start over'));
    expect(await template('Start from scratch')).toBeChecked();
  });

  it('asks for a dry run in the review, and shows what only the API server finds', async () => {
    const api = anApi();
    api.onTryCreateWorkspace = async () => {
      throw new ButlerError('Invalid', 400, {
        fields: [{ path: 'spec.image', message: 'This registry is blocked.' }],
      });
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

  it('says in the review when the cluster takes no workspaces any more, and asks it nothing', async () => {
    const api = anApi();
    const dryRun = jest.spyOn(api, 'onTryCreateWorkspace');
    const clustersAre = (...items: ClusterChoice[]) => {
      api.onGetClusters = async () => ({ items });
    };
    clustersAre(aCluster(), aCluster({ name: 'dev-us' }));
    show(api, GO);
    await filledIn();
    await goTo('Review');
    await screen.findByText('The cluster takes this as it is.');

    clustersAre(aCluster({ enabled: false }));
    // What happens to an own workspace has the clusters read again.
    act(() => api.workspaces.upsert(aWorkspace({ name: 'other' })));
    expect(await screen.findByText(/Choose a cluster\./)).toBeVisible();
    clustersAre(aCluster(), aCluster({ name: 'dev-us' }));
    act(() => api.workspaces.upsert(aWorkspace({ name: 'another' })));
    await screen.findByText('The cluster takes this as it is.');

    await goTo('Basics');
    await userEvent.click(await screen.findByRole('radio', { name: 'dev-us' }));
    await goTo('Review');
    await screen.findByText('The cluster takes this as it is.');
    dryRun.mockClear();
    clustersAre(aCluster(), aCluster({ name: 'dev-us', enabled: false }));
    act(() => api.workspaces.upsert(aWorkspace({ name: 'third' })));
    expect(
      await screen.findByText(/This cluster takes no workspaces/),
    ).toBeVisible();
    expect(dryRun).not.toHaveBeenCalled();
  });

  it('tells a cluster that could not be asked from one that refuses, and asks again', async () => {
    const api = anApi();
    const { onTryCreateWorkspace } = api;
    api.onTryCreateWorkspace = async () => {
      throw new ButlerError('The management cluster is away.', 503);
    };
    show(api, GO);
    await filledIn();
    await goTo('Review');
    expect(
      await screen.findByText(
        'The cluster could not be asked whether it takes this',
      ),
    ).toBeVisible();
    api.onTryCreateWorkspace = onTryCreateWorkspace;
    await userEvent.click(button('Check again'));
    expect(
      await screen.findByText('The cluster takes this as it is.'),
    ).toBeVisible();
  });

  it('shows and checks the name that is sent when another workspace takes the proposed one', async () => {
    const api = anApi();
    show(api, GO);
    await filledIn();
    await goTo('Review');
    const tried = () =>
      api.calls
        .filter(([method]) => method === 'tryCreateWorkspace')
        .map(([, , request]) => (request as CreateWorkspaceRequest).name);
    await waitFor(() => expect(tried()).toEqual(['go-dev']));
    shown(api, 'payments', 'go-dev');
    await waitFor(() => expect(tried()).toEqual(['go-dev', 'go-dev-2']));
    expect(screen.getByText('go-dev-2')).toBeVisible();
    expect(await screen.findByText(/name: go-dev-2/)).toBeVisible();
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
});
