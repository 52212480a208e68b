import { MAX_NEOVIM_ARCHIVE_BYTES } from '@butler-portal/plugin-butler-common';
import { through, toBase64 } from './bytes';
import { chooseFiles } from './chooseFiles';
import type { ChosenFile, FoundFile, LeftOut } from './chooseFiles';

/** More files than any configuration has: somebody has chosen another directory. */
export const MAX_FILES = 2000;
/** What a browser reads without a halt; text becomes a quarter or less when it is packed. */
export const MAX_READ_BYTES = 32 * 1024 * 1024;
const LARGEST = 3;
// `dev` in the workspace (contract, section 2), whoever unpacks it.
const OWNER = { uid: 1000, gid: 1000 };
const HASH_BANG = [0x23, 0x21];

/** A file and its size in bytes. */
export interface FileSize {
  name: string;
  size: number;
}

/** A directory as an archive, or why it is none. */
export type Packing =
  | {
      /** Base64 of a tar.gz. */
      archive: string;
      leftOut: LeftOut[];
    }
  | { refusal: 'empty' }
  | { refusal: 'tooManyFiles' }
  | {
      refusal: 'tooLarge';
      /** In bytes, packed; undefined when there is so much that it was not read. */
      packed?: number;
      /** What takes the most room, unpacked. */
      largest: FileSize[];
    };

function largestOf(files: readonly ChosenFile[]): FileSize[] {
  return files
    .map(({ name, file }) => ({ name, size: file.size }))
    .sort((one, other) => other.size - one.size)
    .slice(0, LARGEST);
}

// Browsers do not tell modes: a script says itself that it is one.
function modeOf(content: Uint8Array): number {
  return HASH_BANG.every((byte, index) => content[index] === byte)
    ? 0o755
    : 0o644;
}

async function entryOf({ name, file }: ChosenFile) {
  const body = new Uint8Array(await file.arrayBuffer());
  return {
    header: {
      name,
      size: body.length,
      mode: modeOf(body),
      mtime: new Date(file.lastModified),
      type: 'file' as const,
      ...OWNER,
    },
    body,
  };
}

/**
 * Packs the files of a directory into a tar.gz with names relative to it. Only plain files get in:
 * no links, no devices, no directories of their own. Throws what the browser throws when a file can
 * no longer be read.
 */
export async function pack(found: readonly FoundFile[]): Promise<Packing> {
  const { files, leftOut } = chooseFiles(found);
  if (files.length === 0) return { refusal: 'empty' };
  if (files.length > MAX_FILES) return { refusal: 'tooManyFiles' };
  const size = files.reduce((sum, { file }) => sum + file.size, 0);
  const largest = largestOf(files);
  if (size > MAX_READ_BYTES) return { refusal: 'tooLarge', largest };

  const { createGzipEncoder, packTar } = await import('modern-tar');
  const tar = await packTar(await Promise.all(files.map(entryOf)));
  const bytes = await through(tar, createGzipEncoder());
  return bytes.length > MAX_NEOVIM_ARCHIVE_BYTES
    ? { refusal: 'tooLarge', packed: bytes.length, largest }
    : { archive: toBase64(bytes), leftOut };
}
