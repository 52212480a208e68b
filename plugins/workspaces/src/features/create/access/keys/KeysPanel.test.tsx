import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { UseFormReturn } from 'react-hook-form';
import { ButlerError } from '../../../../api';
import { FakeButlerApi } from '../../../../__testUtils__';
import { renderInForm } from '../__testUtils__/renderInForm';
import { ECDSA, ED25519 } from '../__testUtils__/sshKeys';
import type { CreateValues } from '../../form/values';
import { KeysPanel } from './KeysPanel';

const LAPTOP = { name: 'laptop', ...ED25519 };

function anApi(keys = [LAPTOP]): FakeButlerApi {
  const api = new FakeButlerApi();
  api.onGetSshKeys = async () => ({ items: keys });
  api.onAddSshKey = async ({ name, publicKey }) => ({
    name,
    publicKey,
    fingerprint: ECDSA.fingerprint,
  });
  return api;
}

function show(api = anApi(), { sshKeyCount = 1, values = {} } = {}) {
  return renderInForm(<KeysPanel sshKeyCount={sshKeyCount} />, api, values);
}

const OWN = { keys: { source: 'own', own: '' } };
const field = (name: string) => screen.findByRole('textbox', { name });
const button = (name: string) => screen.findByRole('button', { name });
const profileKeys = async () =>
  within(
    await screen.findByRole('list', { name: 'Keys of your profile' }),
  ).getAllByRole('listitem');
const additions = (api: FakeButlerApi) =>
  api.calls.filter(([method]) => method === 'addSshKey');

async function paste(name: string, text: string) {
  await userEvent.click(await field(name));
  await userEvent.paste(text);
}

describe('the keys of the profile', () => {
  it('are shown by name and fingerprint', async () => {
    show();
    const [row] = await profileKeys();
    expect(row).toHaveTextContent(`laptop${ED25519.fingerprint}`);
    expect(screen.queryByText(/SSHKeysRequired/)).toBeNull();
  });

  it('get another one on the spot, named after its comment', async () => {
    const api = anApi();
    show(api);
    await userEvent.click(await button('Add a key'));
    expect(await field('Public key')).toHaveFocus();
    await userEvent.paste(`${ECDSA.publicKey} me@desktop\n`);
    expect(await field('Name of the key')).toHaveValue('me@desktop');
    await userEvent.click(await button('Add to my profile'));
    await waitFor(async () => expect(await profileKeys()).toHaveLength(2));
    expect((await profileKeys())[1]).toHaveTextContent(
      `me@desktop${ECDSA.fingerprint}`,
    );
    expect(additions(api)).toEqual([
      [
        'addSshKey',
        { name: 'me@desktop', publicKey: `${ECDSA.publicKey} me@desktop\n` },
      ],
    ]);
    // How many there are is asked anew, for the rest of the app.
    expect(api.calls.filter(([method]) => method === 'getMe').length).toBe(2);
    expect(await button('Add a key')).toHaveFocus();
    expect(screen.getByText('me@desktop is in your profile.')).toBeVisible();
  });

  it('are shown once when one was added while they could not be read', async () => {
    const api = anApi();
    const added = { name: 'me@desktop', ...ECDSA };
    let there = [LAPTOP];
    let down = true;
    api.onGetSshKeys = async () => {
      if (down) throw new ButlerError('Not now.', 503);
      return { items: there };
    };
    api.onAddSshKey = async () => {
      there = [LAPTOP, added];
      return added;
    };
    show(api);
    expect(await screen.findByText('Not now.')).toBeVisible();
    await userEvent.click(await button('Add a key'));
    await paste('Public key', `${ECDSA.publicKey} me@desktop`);
    await userEvent.click(await button('Add to my profile'));
    await screen.findByText('me@desktop is in your profile.');
    down = false;
    await userEvent.click(await button('Try again'));
    await waitFor(async () => expect(await profileKeys()).toHaveLength(2));
  });

  it('keep the name that the person has given', async () => {
    const api = anApi();
    show(api);
    await userEvent.click(await button('Add a key'));
    await paste('Name of the key', 'desktop');
    await paste('Public key', `${ECDSA.publicKey} me@desktop`);
    expect(await field('Name of the key')).toHaveValue('desktop');
  });

  it('are added with Enter, without sending the workspace', async () => {
    const api = anApi();
    const onSubmit = jest.fn();
    renderInForm(
      <form onSubmit={onSubmit}>
        <KeysPanel sshKeyCount={1} />
      </form>,
      api,
    );
    await userEvent.click(await button('Add a key'));
    await paste('Public key', `${ECDSA.publicKey} me@desktop`);
    await userEvent.click(await field('Name of the key'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(additions(api)).toHaveLength(1));
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('take nothing that is no public key, and say why at the field', async () => {
    const api = anApi();
    show(api);
    await userEvent.click(await button('Add a key'));
    await paste('Public key', '-----BEGIN OPENSSH PRIVATE KEY-----');
    await userEvent.click(await button('Add to my profile'));
    await waitFor(async () => expect(await field('Public key')).toBeInvalid());
    expect(await field('Public key')).toHaveAccessibleDescription(
      /^This is a private key\. Never give it away/,
    );
    expect(await field('Name of the key')).toHaveAccessibleDescription(
      'Give the key a name.',
    );
    expect(additions(api)).toEqual([]);
  });

  it('show what the backend refuses, and keep what was typed', async () => {
    const api = anApi();
    api.onAddSshKey = async () => {
      throw new ButlerError(
        'This key is in your profile already, as “laptop”.',
        409,
        { requestId: 'req-9' },
      );
    };
    show(api);
    await userEvent.click(await button('Add a key'));
    await paste('Public key', `${ED25519.publicKey} me@laptop`);
    await userEvent.click(await button('Add to my profile'));
    expect(
      await screen.findByText(/This key is in your profile already/),
    ).toHaveTextContent('req-9');
    expect(await field('Name of the key')).toHaveValue('me@laptop');
    await userEvent.click(await button('Cancel'));
    expect(await button('Add a key')).toHaveFocus();
  });

  it('are asked for where there are none, with what would happen', async () => {
    show(anApi([]), { sshKeyCount: 0 });
    expect(await screen.findByText(/fails with SSHKeysRequired/)).toBeVisible();
    await paste('Public key', `${ECDSA.publicKey} me@desktop`);
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    await userEvent.click(await button('Add to my profile'));
    await waitFor(() =>
      expect(screen.queryByText(/fails with SSHKeysRequired/)).toBeNull(),
    );
    expect(await profileKeys()).toHaveLength(1);
  });

  it('are tried again when they could not be loaded', async () => {
    const api = anApi();
    api.onGetSshKeys = async () => {
      throw new ButlerError('Gone fishing.', 503);
    };
    show(api);
    expect(await screen.findByText('Gone fishing.')).toBeVisible();
    api.onGetSshKeys = async () => ({ items: [LAPTOP] });
    await userEvent.click(await button('Try again'));
    expect(await profileKeys()).toHaveLength(1);
  });
});

describe('a key that is being added', () => {
  function leaveAndComeBack(form: () => UseFormReturn<CreateValues>) {
    const values = form().getValues();
    cleanup();
    return show(anApi(), { values });
  }

  it('is still there on coming back, with the person’s own name for it', async () => {
    const { form } = show();
    await userEvent.click(await button('Add a key'));
    await paste('Public key', `${ECDSA.publicKey} me@desktop`);
    await userEvent.clear(await field('Name of the key'));
    await paste('Name of the key', 'desktop');
    const later = leaveAndComeBack(form);
    expect(await field('Public key')).toHaveValue(
      `${ECDSA.publicKey} me@desktop`,
    );
    expect(await field('Name of the key')).toHaveValue('desktop');
    // The step has just been opened: its beginning has the focus.
    expect(await field('Public key')).not.toHaveFocus();
    await userEvent.click(await button('Add to my profile'));
    expect(await button('Add a key')).toBeVisible();
    expect(later.form().getValues('newKey')).toEqual({
      name: '',
      publicKey: '',
    });
  });

  it('is said to be wrong again, where it was', async () => {
    const { form } = show();
    await userEvent.click(await button('Add a key'));
    await paste('Public key', 'ssh-dss AAAA');
    leaveAndComeBack(form);
    await waitFor(async () => expect(await field('Public key')).toBeInvalid());
  });

  it('is gone once the person gives up', async () => {
    const { form } = show();
    await userEvent.click(await button('Add a key'));
    await paste('Public key', ECDSA.publicKey);
    await userEvent.click(await button('Cancel'));
    leaveAndComeBack(form);
    expect(await button('Add a key')).toBeVisible();
  });
});

describe('keys for one workspace', () => {
  it('show each line’s fingerprint, and which one is there twice', async () => {
    const { form } = show(anApi(), { values: OWN });
    const text = `${ED25519.publicKey} me@laptop\n${ECDSA.publicKey}\n${ED25519.publicKey}`;
    await paste('Public keys', text);
    const list = await screen.findByRole('list', {
      name: 'What the lines are',
    });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      `Line 1: me@laptop${ED25519.fingerprint}`,
      `Line 2${ECDSA.fingerprint}`,
      `Line 3${ED25519.fingerprint}The same key as in line 1`,
    ]);
    expect(form().getValues('keys.own')).toBe(text);
    expect(await act(() => form().trigger())).toBe(true);
  });

  it('say which line is none, and why', async () => {
    show(anApi(), { values: OWN });
    await paste('Public keys', `${ED25519.publicKey}\nssh-dss AAAA`);
    await userEvent.tab();
    await waitFor(async () => expect(await field('Public keys')).toBeInvalid());
    expect(await field('Public keys')).toHaveAccessibleDescription(
      'A line is no public key that can be used: see below.',
    );
    expect(
      screen.getByText(/This is no public SSH key of a type that is accepted/),
    ).toBeVisible();
  });

  it('are asked for when there are none', async () => {
    const { form } = show(anApi(), { values: OWN });
    await userEvent.click(await field('Public keys'));
    await userEvent.tab();
    await waitFor(async () =>
      expect(await field('Public keys')).toHaveAccessibleDescription(
        'Paste at least one public key, or use the keys of your profile.',
      ),
    );
    await userEvent.click(
      screen.getByRole('radio', { name: 'Keys of my profile' }),
    );
    // What is wrong with keys that are not sent is nothing to mend.
    expect(form().formState.errors).toEqual({});
  });
});
