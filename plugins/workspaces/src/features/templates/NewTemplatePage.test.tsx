import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  TemplateDetails,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import { CREATED_BY_ANNOTATION } from '@butler-portal/plugin-butler-common';
import { ButlerError } from '../../api';
import {
  aTemplate,
  aWorkspace,
  FakeButlerApi,
  OWNER,
} from '../../__testUtils__';
import {
  ADMIN,
  OPERATOR,
  PLATFORM_ADMIN,
  CLUSTER_TEMPLATE,
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

describe('a new template', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('is created for the team, its name after its title', async () => {
    const api = anApi();
    show(api, 'new-template?team=payments');
    await write('Title', 'Rust service');
    expect(await field('Name')).toHaveValue('rust-service');
    await write('Image', 'ghcr.io/acme/rust:1');
    await press('Create template');
    await waitFor(() =>
      expect(screen.getByLabelText('Address')).toHaveTextContent(
        '/chambers/templates/payments/rust-service',
      ),
    );
    expect(callsOf(api, 'createTemplate')).toEqual([
      [
        'payments',
        {
          name: 'rust-service',
          spec: {
            displayName: 'Rust service',
            category: 'custom',
            template: { image: 'ghcr.io/acme/rust:1' },
          },
        },
      ],
    ]);
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('shows what is missing at its fields, and sends nothing', async () => {
    const api = anApi();
    show(api, 'new-template');
    await press('Create template');
    await waitFor(async () => expect(await field('Title')).toBeInvalid());
    expect(await field('Image')).toBeInvalid();
    expect(callsOf(api, 'createTemplate')).toEqual([]);
  });

  it('shows what the backend refuses at its field', async () => {
    const api = anApi();
    api.onCreateTemplate = async () => {
      throw new ButlerError('Invalid', 400, {
        fields: [
          { path: 'spec.template.image', message: 'Not from that registry.' },
        ],
      });
    };
    show(api, 'new-template');
    await write('Title', 'Rust');
    await write('Image', 'evil/rust:1');
    await press('Create template');
    expect(await screen.findByText('Not from that registry.')).toBeVisible();
    expect(await field('Image')).toHaveFocus();
  });

  it('shows what the backend refuses and no field is to blame for', async () => {
    const api = anApi();
    api.onCreateTemplate = async () => {
      throw new ButlerError('Two fields are wrong.', 400, {
        fields: [
          { path: 'spec.template.image', message: 'Not from that registry.' },
          { path: 'spec.template.repositories[3].url', message: 'Too many.' },
          { path: 'spec.scope', message: 'Not here.' },
        ],
      });
    };
    show(api, 'new-template');
    await write('Title', 'Rust');
    await write('Image', 'evil/rust:1');
    await press('Create template');
    expect(await screen.findByText('Not from that registry.')).toBeVisible();
    expect(
      screen.getByText('spec.template.repositories[3].url: Too many.'),
    ).toBeVisible();
    expect(screen.getByText('spec.scope: Not here.')).toBeVisible();
  });

  it('leads nobody away who has left before it was created', async () => {
    const api = anApi();
    const { answer, give } = lateAnswer<WorkspaceTemplate>();
    api.onCreateTemplate = () => answer;
    show(api, 'new-template');
    await write('Title', 'Rust');
    await write('Image', 'acme/rust:1');
    await press('Create template');
    await leave();
    await act(async () => give(aTemplate('rust')));
    expect(address()).toBe('/chambers/templates');
    expect(window.sessionStorage).toHaveLength(0);
  });

  it.each([
    ['template of another team', 'from=search%2Fgo', /search\/go/],
    ['template that is gone', 'from=payments%2Fgone', /payments\/gone/],
    ['workspace that is gone', 'workspace=payments%2Fgone', /payments\/gone/],
  ])('says that the %s is not there to start from', async (_, search, id) => {
    const api = anApi();
    api.onGetTemplate = async () => {
      throw new ButlerError('There is none.', 404);
    };
    show(api, `new-template?${search}`);
    expect(await screen.findByText(id)).toBeVisible();
    expect(await field('Title')).toHaveValue('');
  });

  it('shows at the name that it is taken', async () => {
    const api = anApi();
    api.onCreateTemplate = async () => {
      throw new ButlerError('The name is taken.', 409, {
        fields: [{ path: 'name', message: 'The name is taken.' }],
      });
    };
    show(api, 'new-template');
    await write('Title', 'Rust');
    await write('Image', 'acme/rust:1');
    await press('Create template');
    expect(await field('Name')).toHaveAccessibleDescription(
      'The name is taken.',
    );
    expect(await field('Name')).toHaveFocus();
  });

  /** A backend that creates, but whose first answer is lost. */
  function losesTheAnswer(author = OWNER) {
    const api = anApi();
    let there: TemplateDetails | undefined;
    api.onCreateTemplate = async (_, { name, spec }) => {
      if (there) {
        throw new ButlerError('Taken.', 409, {
          fields: [{ path: 'name', message: 'The name is taken.' }],
        });
      }
      there = details({ ...aTemplate(name), spec: { ...spec, scope: 'team' } });
      there.metadata.annotations = { [CREATED_BY_ANNOTATION]: author };
      throw new ButlerError('No answer.', 0);
    };
    api.onGetTemplate = async () => {
      if (!there) throw new ButlerError('There is none.', 404);
      return there;
    };
    return api;
  }

  async function createWithoutAnswer(api: FakeButlerApi) {
    show(api, 'new-template');
    await write('Title', 'Rust');
    await write('Image', 'acme/rust:1');
    await press('Create template');
    expect(
      await screen.findByText(/not known whether the template was saved/),
    ).toBeVisible();
  }

  it('is made once, also when the first answer was lost', async () => {
    const api = losesTheAnswer();
    await createWithoutAnswer(api);
    await press('Create template');
    await waitFor(() =>
      expect(address()).toBe('/chambers/templates/payments/rust'),
    );
    expect(callsOf(api, 'putTemplate')).toEqual([]);
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('takes what was changed since the lost answer into the one that was made', async () => {
    const api = losesTheAnswer();
    await createWithoutAnswer(api);
    await write('Image', 'acme/rust:2');
    await press('Create template');
    await waitFor(() =>
      expect(address()).toBe('/chambers/templates/payments/rust'),
    );
    expect(callsOf(api, 'putTemplate')).toMatchObject([
      [
        { team: 'payments', name: 'rust' },
        {
          metadata: { resourceVersion: '7' },
          spec: { template: { image: 'acme/rust:2' } },
        },
      ],
    ]);
  });

  it('does not take another person’s template for its own', async () => {
    const api = losesTheAnswer('other@example.com');
    await createWithoutAnswer(api);
    await press('Create template');
    await waitFor(async () =>
      expect(await field('Name')).toHaveAccessibleDescription(
        'The name is taken.',
      ),
    );
  });

  it('is kept where the duplicated one is, if the person may write there', async () => {
    const api = anApi(PLATFORM_ADMIN);
    api.onGetTemplate = async () => details(CLUSTER_TEMPLATE);
    show(api, 'new-template?from=butler-system%2Fnode');
    await write('Title', 'Node again');
    expect(await field('Name')).toHaveValue('node-again');
    await press('Create template');
    await waitFor(() =>
      expect(callsOf(api, 'createTemplate')).toMatchObject([
        [undefined, { name: 'node-again' }],
      ]),
    );
  });

  it('starts as the template that is duplicated', async () => {
    show(anApi(), 'new-template?from=payments%2Fgo');
    await waitFor(async () =>
      expect(await field('Title')).toHaveValue('Go service (copy)'),
    );
    expect(await field('Name')).toHaveValue('go-service-copy');
    expect(await field('Image')).toHaveValue('ghcr.io/acme/go:1.24');
    expect(await field('URL')).toHaveValue(
      'https://git.example.com/acme/ledger.git',
    );
  });

  it('starts as the workspace that is saved as a template', async () => {
    const api = new FakeButlerApi([aWorkspace({ name: 'web-api' })], ADMIN);
    show(api, 'new-template?workspace=payments%2Fweb-api');
    await waitFor(async () =>
      expect(await field('Title')).toHaveValue('web-api'),
    );
    expect(await field('Image')).toHaveValue('ghcr.io/acme/go:1.24');
  });

  it('takes YAML into the form, and says what is wrong with it', async () => {
    show(anApi(), 'new-template');
    await press('Import YAML');
    const dialog = await screen.findByRole('dialog');
    const yaml = within(dialog).getByRole('textbox', { name: 'YAML' });
    await userEvent.click(yaml);
    await userEvent.paste('kind: Workspace');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Take into the form' }),
    );
    expect(
      await within(dialog).findByText(/This is no template/),
    ).toBeVisible();
    await userEvent.clear(yaml);
    await userEvent.click(yaml);
    await userEvent.paste(
      [
        'apiVersion: butler.butlerlabs.dev/v1alpha1',
        'kind: WorkspaceTemplate',
        'metadata: {name: elixir, namespace: elsewhere}',
        'spec:',
        '  displayName: Elixir',
        '  scope: cluster',
        '  template:',
        '    image: ghcr.io/acme/elixir:1',
        '    repository: {url: "git@git.example.com:acme/elixir.git"}',
      ].join('\n'),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Take into the form' }),
    );
    await waitFor(async () =>
      expect(await field('Name')).toHaveValue('elixir'),
    );
    expect(await field('Image')).toHaveValue('ghcr.io/acme/elixir:1');
    expect(await field('URL')).toHaveValue(
      'git@git.example.com:acme/elixir.git',
    );
  });

  it.each([
    ['two documents', 'a: 1\n---\nb: 2\n', /There are 2 documents in it/],
    ['no YAML', '{{{', /at line 1/],
    ['too much', `a: ${'x'.repeat(300_000)}`, /larger than 256 KiB/],
  ])('says what is wrong with %s', async (_, text, words) => {
    show(anApi(), 'new-template');
    await press('Import YAML');
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('YAML'), {
      target: { value: text },
    });
    await press('Take into the form');
    expect(await dialog.findByText(words)).toBeVisible();
  });

  it('does not read a file that is no template by its size', async () => {
    show(anApi(), 'new-template');
    await press('Import YAML');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.upload(
      dialog.getByLabelText('Choose a file', { selector: 'input' }),
      new File(['x'.repeat(300_000)], 'big.yaml'),
    );
    expect(await dialog.findByText(/larger than 256 KiB/)).toBeVisible();
    expect(dialog.getByLabelText('YAML')).toHaveValue('');
  });

  it('keeps its draft over a reload', async () => {
    const { unmount } = show(anApi(), 'new-template');
    await write('Title', 'Half done');
    unmount();
    show(anApi(), 'new-template');
    expect(await field('Title')).toHaveValue('Half done');
    expect(
      screen.getByText(/Your unsaved changes from .* are back/),
    ).toBeVisible();
    await press('Discard them');
    expect(await field('Title')).toHaveValue('');
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
    expect(screen.queryByText(/unsaved changes/)).toBeNull();
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('keeps its draft when it is left with Cancel, and none of what was only looked at', async () => {
    const { unmount } = show(anApi(), 'new-template');
    await press('Cancel');
    expect(window.sessionStorage).toHaveLength(0);
    unmount();
    show(anApi(), 'new-template');
    await write('Title', 'Half done');
    await press('Cancel');
    expect(address()).toBe('/chambers/templates');
    expect(window.sessionStorage).toHaveLength(1);
  });

  it('can read the same file again, and says when it cannot be read', async () => {
    show(anApi(), 'new-template');
    await press('Import YAML');
    const dialog = within(await screen.findByRole('dialog'));
    const chooser = dialog.getByLabelText('Choose a file', {
      selector: 'input',
    });
    const file = new File(['kind: Some'], 'some.yaml');
    await userEvent.upload(chooser, file);
    await waitFor(() =>
      expect(dialog.getByLabelText('YAML')).toHaveValue('kind: Some'),
    );
    expect(chooser).toHaveProperty('files.length', 0);
    file.text = () => Promise.reject(new DOMException('', 'NotReadableError'));
    await userEvent.upload(chooser, file);
    expect(await dialog.findByText(/could not be read/)).toBeVisible();
  });

  it('is nothing for an operator', async () => {
    show(anApi(OPERATOR), 'new-template');
    expect(await screen.findByText(/written by the admins/)).toBeVisible();
    expect(screen.queryByText(/is kept in this tab/)).toBeNull();
  });

  it('says that what was typed is kept when the role is taken away', async () => {
    const api = anApi();
    show(api, 'new-template');
    await write('Title', 'Precious');
    api.onGetMe = async () => OPERATOR;
    await act(async () => api.workspaces.set({ accessVersion: 1 }));
    expect(await screen.findByText(/is kept in this tab/)).toBeVisible();
    api.onGetMe = async () => ADMIN;
    await act(async () => api.workspaces.set({ accessVersion: 2 }));
    expect(await field('Title')).toHaveValue('Precious');
  });
});
