import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import type {
  Me,
  TemplateDetails,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import {
  CREATED_BY_ANNOTATION,
  UPDATED_BY_ANNOTATION,
} from '@butler-portal/plugin-butler-common';
import { ButlerError } from '../../api';
import {
  aMe,
  aTemplate,
  aWorkspace,
  FakeButlerApi,
  OWNER,
  renderChambers,
} from '../../__testUtils__';
import {
  EditTemplatePage,
  NewTemplatePage,
  TemplatePage,
  TemplatesPage,
} from '.';

const ADMIN = aMe({ payments: 'admin' });
const OPERATOR = aMe({ payments: 'operator' });
const PLATFORM_ADMIN = aMe({ payments: 'admin' }, { platformRole: 'admin' });

const CLUSTER_TEMPLATE: WorkspaceTemplate = {
  ...aTemplate('node', { displayName: 'Node', scope: 'cluster' }),
  metadata: { name: 'node', namespace: 'butler-system', uid: 'uid-node' },
};

function details(
  template: WorkspaceTemplate = aTemplate(),
  names: string[] = [],
): TemplateDetails {
  return {
    ...template,
    metadata: { uid: 'uid-1', resourceVersion: '7', ...template.metadata },
    usedBy: {
      totalItems: names.length,
      items: names.map(name => ({
        team: 'payments',
        name,
        owner: 'other@example.com',
      })),
    },
  };
}

function anApi(me: Me = ADMIN): FakeButlerApi {
  const api = new FakeButlerApi([], me);
  api.onGetTemplates = async () => ({
    items: [aTemplate(), CLUSTER_TEMPLATE],
  });
  api.onGetTemplate = async () => details();
  api.onCreateTemplate = async (_, { name }) => aTemplate(name);
  api.onPutTemplate = async ({ name }) => aTemplate(name);
  return api;
}

function show(api: FakeButlerApi, at: string) {
  return renderChambers(
    <Routes>
      <Route path="templates" element={<TemplatesPage />} />
      <Route path="new-template" element={<NewTemplatePage />} />
      <Route path="templates/:namespace/:name" element={<TemplatePage />} />
      <Route
        path="templates/:namespace/:name/edit"
        element={<EditTemplatePage />}
      />
    </Routes>,
    { api, at: `/chambers/${at}`, path: '/chambers/*' },
  );
}

// By label and text where it is only about getting there: by role jsdom works out the style of all that
// is in sight, again and again.
const field = (name: string) => screen.findByLabelText(name);
const press = async (name: string) =>
  userEvent.click(await screen.findByText(name, { selector: 'button' }));
const callsOf = (api: FakeButlerApi, method: string) =>
  api.calls.filter(([name]) => name === method).map(([, ...args]) => args);

/** An answer that comes when the test says so. */
function lateAnswer<T>() {
  let give: (answer: T) => void = () => {};
  let fail: (error: ButlerError) => void = () => {};
  const answer = new Promise<T>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  return { answer, give, fail };
}

const address = () => screen.getByLabelText('Address').textContent;

async function leave() {
  fireEvent.click(screen.getByText('Back to the templates'));
  await waitFor(() => expect(address()).toBe('/chambers/templates'));
}

async function write(name: string, text: string) {
  await userEvent.clear(await field(name));
  await userEvent.click(await field(name));
  await userEvent.paste(text);
}

describe('the list of templates', () => {
  it('shows every template, and leads to a workspace from one', async () => {
    show(anApi(OPERATOR), 'templates');
    expect(
      await screen.findByRole('link', { name: 'Go service' }),
    ).toHaveAttribute('href', '/chambers/templates/payments/go');
    expect(
      screen.getByRole('link', { name: 'Use template Node' }),
    ).toHaveAttribute('href', '/chambers/create?template=butler-system%2Fnode');
    expect(screen.queryByRole('link', { name: 'New template' })).toBeNull();
  });

  it('offers a viewer nothing to create', async () => {
    show(anApi(aMe({ payments: 'viewer' })), 'templates');
    await screen.findByRole('link', { name: 'Go service' });
    expect(screen.queryByRole('link', { name: /Use template/ })).toBeNull();
  });

  it('says that there are none, and who writes them', async () => {
    const api = anApi();
    api.onGetTemplates = async () => ({ items: [] });
    show(api, 'templates');
    expect(await screen.findByText(/Team admins write them/)).toBeVisible();
  });

  it('shows the templates of the team of the address', async () => {
    const api = anApi(aMe({ payments: 'operator', search: 'viewer' }));
    show(api, 'templates?team=search');
    await screen.findByRole('link', { name: 'Go service' });
    expect(callsOf(api, 'getTemplates')).toEqual([['search']]);
  });

  it('finds the team among hundreds by its title or name', async () => {
    const many = Array.from({ length: 200 }, (_, number) => [
      `team-${number}`,
      'viewer' as const,
    ]);
    const me = aMe({ ...Object.fromEntries(many), payments: 'viewer' });
    show(anApi(me), 'templates');
    const input = await screen.findByLabelText('Templates for');
    expect(input).toHaveValue('Team-0');
    act(() => input.focus());
    fireEvent.change(input, { target: { value: 'paym' } });
    const found = await screen.findAllByRole('option');
    expect(found.map(option => option.textContent)).toEqual(['Payments']);
    fireEvent.click(found[0]);
    await waitFor(() =>
      expect(address()).toBe('/chambers/templates?team=payments'),
    );
    expect(input).toHaveValue('Payments');
  });

  it('keeps the filter when another team is chosen', async () => {
    show(
      anApi(aMe({ payments: 'operator', search: 'viewer' })),
      'templates?team=search&category=backend&q=go',
    );
    await userEvent.click(await screen.findByLabelText('Templates for'));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Payments' }),
    );
    expect(address()).toBe(
      '/chambers/templates?team=payments&category=backend&q=go',
    );
  });
});

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
