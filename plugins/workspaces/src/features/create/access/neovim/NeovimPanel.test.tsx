import { gunzipSync } from 'node:zlib';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { unpackTar } from 'modern-tar';
import { FakeButlerApi } from '../../../../__testUtils__';
import { EMPTY_VALUES } from '../../form/values';
import { renderInForm } from '../__testUtils__/renderInForm';
import { MAX_READ_BYTES } from './archive/pack';
import { aDirectory, aFile } from './__testUtils__/entries';
import { NeovimPanel } from './NeovimPanel';

function show(source: string, neovim = {}) {
  return renderInForm(<NeovimPanel />, new FakeButlerApi(), {
    neovim: { ...EMPTY_VALUES.neovim, source, ...neovim },
  });
}

function inDirectory(path: string, content = ''): File {
  const file = new File([content], path.split('/').pop() ?? '');
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

const FILES = [
  inDirectory('nvim/init.lua', 'vim.o.number = true\n'),
  inDirectory('nvim/lua/options.lua', 'return {}\n'),
  inDirectory('nvim/.git/HEAD', 'ref: refs/heads/main\n'),
];

async function chooseDirectory(files: File[]) {
  await screen.findByTestId('drop-area');
  const input = screen.getByLabelText('Choose a directory', {
    selector: 'input',
  });
  await userEvent.upload(input, files);
}

async function drop(...entries: FileSystemEntry[]) {
  const area = await screen.findByTestId('drop-area');
  fireEvent.drop(area, {
    dataTransfer: {
      items: entries.map(entry => ({ webkitGetAsEntry: () => entry })),
    },
  });
}

async function namesIn(archive: string): Promise<string[]> {
  const entries = await unpackTar(gunzipSync(Buffer.from(archive, 'base64')));
  return entries.map(({ header }) => header.name);
}

const radio = (name: string) => screen.findByRole('radio', { name });
const field = (name: string) => screen.findByRole('textbox', { name });

describe('the source of a Neovim configuration', () => {
  it('is one at a time', async () => {
    const { form } = show('none');
    expect(await radio('None')).toBeChecked();
    expect(screen.queryByRole('textbox')).toBeNull();
    await userEvent.click(await radio('A Git repository'));
    await userEvent.click(await field('URL of the repository'));
    await userEvent.paste('ftp://example.com/nvim');
    await userEvent.tab();
    await waitFor(async () =>
      expect(await field('URL of the repository')).toBeInvalid(),
    );
    await userEvent.click(await radio('An init.lua'));
    expect(await field('Content of init.lua')).toBeValid();
    expect(screen.queryByLabelText('URL of the repository')).toBeNull();
    expect(form().formState.errors).toEqual({});
    expect(form().getValues('neovim')).toMatchObject({
      source: 'lua',
      repo: 'ftp://example.com/nvim',
    });
  });

  it('may not be empty once it is chosen', async () => {
    const { form } = show('lua');
    await field('Content of init.lua');
    await act(() => form().trigger());
    expect(await field('Content of init.lua')).toHaveAccessibleDescription(
      'Write or load an init.lua, or choose another source.',
    );
    await userEvent.click(await radio('A directory of this computer'));
    await act(() => form().trigger());
    expect(
      await screen.findByText('Choose a directory, or another source.'),
    ).toBeVisible();
  });
});

it('loads an init.lua from a file', async () => {
  const { form } = show('lua');
  await field('Content of init.lua');
  await userEvent.upload(
    screen.getByLabelText('Load from a file', { selector: 'input' }),
    new File(['vim.g.mapleader = " "\n'], 'init.lua'),
  );
  await waitFor(async () =>
    expect(await field('Content of init.lua')).toHaveValue(
      'vim.g.mapleader = " "\n',
    ),
  );
  expect(form().getValues('neovim.lua')).toBe('vim.g.mapleader = " "\n');
});

describe('a directory', () => {
  it('is packed when it is chosen, and shown with what was left out', async () => {
    const { form } = show('archive');
    await chooseDirectory(FILES);
    expect(
      await screen.findByText(/^2 files, < 1 KiB, packed < 1 KiB of 512 KiB$/),
    ).toBeVisible();
    expect(screen.getByRole('heading', { name: 'nvim' })).toBeVisible();
    const files = screen.getByRole('list', { name: 'Files', hidden: true });
    expect(
      within(files)
        .getAllByRole('listitem', { hidden: true })
        .map(item => item.textContent),
    ).toEqual(['init.lua< 1 KiB', 'lua/options.lua< 1 KiB']);
    expect(
      screen.getByText('Left out, because Neovim does not need it: .git/'),
    ).toBeVisible();
    const { archive, archiveName } = form().getValues('neovim');
    expect(archiveName).toBe('nvim');
    expect(await namesIn(archive)).toEqual(['init.lua', 'lua/options.lua']);
    expect(await act(() => form().trigger())).toBe(true);
  });

  it('is packed when it is dropped', async () => {
    const { form } = show('archive');
    await drop(
      aDirectory('config', [
        aFile('init.lua', 'x'),
        aDirectory('lua', [aFile('a.lua'), aFile('b.lua')]),
      ]),
    );
    expect(await screen.findByText(/^3 files/)).toBeVisible();
    const { archive, archiveName } = form().getValues('neovim');
    expect(archiveName).toBe('config');
    expect(await namesIn(archive)).toEqual([
      'init.lua',
      'lua/a.lua',
      'lua/b.lua',
    ]);
  });

  it('is replaced by another one, and removed', async () => {
    const { form } = show('archive');
    await chooseDirectory(FILES);
    expect(await screen.findByText(/^2 files/)).toBeVisible();
    await chooseDirectory([inDirectory('vim/init.lua', 'y')]);
    expect(await screen.findByText(/^1 file,/)).toBeVisible();
    expect(form().getValues('neovim.archiveName')).toBe('vim');
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(form().getValues('neovim')).toMatchObject({
      archive: '',
      archiveName: '',
    });
    expect(
      screen.getByRole('button', { name: 'Choose a directory' }),
    ).toHaveFocus();
  });

  it('stands there again after a reload, looked into anew', async () => {
    const { form, unmount } = show('archive');
    await chooseDirectory(FILES);
    await screen.findByText(/^2 files/);
    const neovim = form().getValues('neovim');
    unmount();
    show('archive', neovim);
    expect(await screen.findByText(/^2 files/)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'nvim' })).toBeVisible();
  });

  it('that is too large is not taken, and what is largest in it is said', async () => {
    const { form } = show('archive');
    const movie = inDirectory('nvim/movie.mp4');
    Object.defineProperty(movie, 'size', { value: MAX_READ_BYTES + 1 });
    await chooseDirectory([...FILES, movie]);
    expect(
      await screen.findByText(
        /It has more than 32 MiB, and 512 KiB packed are the most/,
      ),
    ).toBeVisible();
    const largest = screen.getByRole('list', {
      name: 'The largest files in it:',
    });
    expect(within(largest).getAllByRole('listitem')[0]).toHaveTextContent(
      'movie.mp432 MiB',
    );
    expect(form().getValues('neovim.archive')).toBe('');
  });

  it('that cannot be read leaves what was there', async () => {
    const { form } = show('archive');
    await chooseDirectory(FILES);
    await screen.findByText(/^2 files/);
    const gone = inDirectory('nvim/init.lua');
    gone.arrayBuffer = async () => {
      throw new DOMException('It has changed.', 'NotReadableError');
    };
    const before = form().getValues('neovim.archive');
    await chooseDirectory([gone]);
    expect(
      await screen.findByText(/A file could not be read: .*It has changed\./),
    ).toBeVisible();
    expect(form().getValues('neovim.archive')).toBe(before);
  });

  it('is the only thing that can be dropped', async () => {
    show('archive');
    await drop(aFile('init.lua', 'x'));
    expect(
      await screen.findByText('Drop one directory, and nothing else.'),
    ).toBeVisible();
  });

  it('that a stored draft has damaged is said to be so', async () => {
    show('archive', { archive: 'H4sIAAAA', archiveName: 'nvim' });
    expect(await screen.findByText(/The archive is damaged/)).toBeVisible();
  });
});
