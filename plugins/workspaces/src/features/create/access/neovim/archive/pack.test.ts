import { gunzipSync } from 'node:zlib';
import { MAX_NEOVIM_ARCHIVE_BYTES } from '@butler-portal/plugin-butler-common';
import { unpackTar } from 'modern-tar';
import type { FoundFile } from './chooseFiles';
import { listArchive } from './listArchive';
import { MAX_FILES, MAX_READ_BYTES, pack } from './pack';

const LONG = `nvim/lua/${'deeply/'.repeat(25)}ünïcödé.lua`;

function found(path: string, content = '', lastModified = 0): FoundFile {
  const name = path.split('/').pop() ?? '';
  return { path, file: new File([content], name, { lastModified }) };
}

async function packed(files: FoundFile[]): Promise<string> {
  const packing = await pack(files);
  if (!('archive' in packing)) throw new Error(packing.refusal);
  return packing.archive;
}

/** By other means than those that have packed it. */
async function unpacked(archive: string) {
  const entries = await unpackTar(gunzipSync(Buffer.from(archive, 'base64')));
  return entries.map(({ header: { name, mode, type }, data }) => ({
    name,
    mode: mode?.toString(8),
    type,
    content: Buffer.from(data ?? []).toString(),
  }));
}

// Compression finds nothing to save in it.
function noise(bytes: number): string {
  let state = 1;
  const characters = Array.from({ length: bytes }, () => {
    // Numerical Recipes, 7.1: a linear congruential generator.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(32 + ((state >>> 16) % 94));
  });
  return characters.join('');
}

describe('pack', () => {
  it('keeps names relative to the directory, contents, and what scripts say of their mode', async () => {
    const archive = await packed([
      found('nvim/lua/options.lua', 'vim.o.number = true\n'),
      found('nvim/init.lua', 'require("options")\n'),
      found('nvim/bin/setup', '#!/bin/sh\necho hello\n'),
      found('nvim/empty.lua'),
      found(LONG, 'far down'),
    ]);
    expect(await unpacked(archive)).toEqual([
      {
        name: 'bin/setup',
        mode: '755',
        type: 'file',
        content: '#!/bin/sh\necho hello\n',
      },
      { name: 'empty.lua', mode: '644', type: 'file', content: '' },
      {
        name: 'init.lua',
        mode: '644',
        type: 'file',
        content: 'require("options")\n',
      },
      {
        name: LONG.slice('nvim/'.length),
        mode: '644',
        type: 'file',
        content: 'far down',
      },
      {
        name: 'lua/options.lua',
        mode: '644',
        type: 'file',
        content: 'vim.o.number = true\n',
      },
    ]);
  });

  it('packs bytes as they are', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const file = new File([bytes], 'icon.png');
    const [entry] = await unpackTar(
      gunzipSync(
        Buffer.from(await packed([{ path: 'nvim/icon.png', file }]), 'base64'),
      ),
    );
    expect([...(entry.data ?? [])]).toEqual([...bytes]);
  });

  it('makes one archive of one directory, in whatever order it was found', async () => {
    const files = [found('nvim/b', 'b'), found('nvim/a', 'a')];
    expect(await packed(files)).toBe(await packed([...files].reverse()));
  });

  it('leaves out history, installed packages and what file managers drop', async () => {
    const packing = await pack([
      found('nvim/init.lua'),
      found('nvim/.git/HEAD'),
      found('nvim/.git/objects/aa/bb'),
      { path: 'nvim/lua/node_modules' },
      found('nvim/.DS_Store'),
      found('nvim/lua/._x.lua'),
      found('nvim/.gitignore'),
    ]);
    expect(packing).toMatchObject({
      leftOut: [
        { name: '.git/', reason: 'notNeeded' },
        { name: 'lua/node_modules/', reason: 'notNeeded' },
        { name: '.DS_Store', reason: 'notNeeded' },
        { name: 'lua/._x.lua', reason: 'notNeeded' },
      ],
    });
    if (!('archive' in packing)) throw new Error(packing.refusal);
    expect((await unpacked(packing.archive)).map(({ name }) => name)).toEqual([
      '.gitignore',
      'init.lua',
    ]);
  });

  it.each([
    'nvim/../../.ssh/authorized_keys',
    'nvim//etc/passwd',
    'nvim/./init.lua',
    'nvim/lua/..',
    'nvim/a\nb.lua',
    'nvim/a\0.lua',
    'init.lua',
    '',
  ])('never packs the name “%s”', async path => {
    const packing = await pack([found('nvim/good.lua'), found(path)]);
    if (!('archive' in packing)) throw new Error(packing.refusal);
    expect((await unpacked(packing.archive)).map(({ name }) => name)).toEqual([
      'good.lua',
    ]);
    expect(packing.leftOut).toMatchObject([{ reason: 'oddName' }]);
  });

  it('says that there is nothing to pack', async () => {
    expect(await pack([found('nvim/.git/HEAD')])).toEqual({ refusal: 'empty' });
    expect(await pack([])).toEqual({ refusal: 'empty' });
  });

  it('refuses more files than a configuration has', async () => {
    const files = Array.from({ length: MAX_FILES + 1 }, (_, index) =>
      found(`nvim/${index}`),
    );
    expect(await pack(files)).toEqual({ refusal: 'tooManyFiles' });
  });

  it('says what is largest in what is too large when packed', async () => {
    const large = noise(MAX_NEOVIM_ARCHIVE_BYTES * 1.3);
    const packing = await pack([
      found('nvim/small.lua', 'x'),
      found('nvim/large.bin', large),
      found('nvim/b.lua', 'xxx'),
      found('nvim/c.lua', 'xx'),
    ]);
    expect(packing).toEqual({
      refusal: 'tooLarge',
      packed: expect.any(Number),
      largest: [
        { name: 'large.bin', size: large.length },
        { name: 'b.lua', size: 3 },
        { name: 'c.lua', size: 2 },
      ],
    });
  });

  it('does not even read what is far too large', async () => {
    const { file } = found('nvim/movie.mp4');
    Object.defineProperty(file, 'size', { value: MAX_READ_BYTES + 1 });
    expect(await pack([{ path: 'nvim/movie.mp4', file }])).toEqual({
      refusal: 'tooLarge',
      largest: [{ name: 'movie.mp4', size: MAX_READ_BYTES + 1 }],
    });
  });
});

it('lists what lies in an archive', async () => {
  const archive = await packed([
    found('nvim/init.lua', 'require("x")'),
    found('nvim/lua/x.lua', ''),
  ]);
  expect(await listArchive(archive)).toEqual({
    packed: Buffer.from(archive, 'base64').length,
    files: [
      { name: 'init.lua', size: 12 },
      { name: 'lua/x.lua', size: 0 },
    ],
  });
});
