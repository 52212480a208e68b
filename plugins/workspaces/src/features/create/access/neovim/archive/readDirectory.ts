import { isDirectoryLeftOut } from './chooseFiles';
import type { FoundFile } from './chooseFiles';
import { MAX_FILES } from './pack';

function isDirectory(
  entry: FileSystemEntry,
): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

// A reader gives a part at a time, and nothing when it is through.
// https://wicg.github.io/entries-api/#api-directoryreader
async function entriesOf(
  directory: FileSystemDirectoryEntry,
): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return all;
    all.push(...part);
  }
}

async function collect(
  directory: FileSystemDirectoryEntry,
  path: string,
  found: FoundFile[],
): Promise<void> {
  for (const entry of await entriesOf(directory)) {
    // Enough to know that there are too many.
    if (found.length > MAX_FILES) return;
    const inner = `${path}/${entry.name}`;
    if (isFile(entry)) {
      const file = await new Promise<File>((resolve, reject) =>
        entry.file(resolve, reject),
      );
      found.push({ path: inner, file });
    } else if (isDirectory(entry)) {
      if (isDirectoryLeftOut(entry.name)) found.push({ path: inner });
      else await collect(entry, inner, found);
    }
  }
}

/**
 * Every file below a directory that was dropped. What stays out of the archive is not looked into.
 * Throws what the browser throws when something cannot be read.
 */
export async function readDirectory(
  directory: FileSystemDirectoryEntry,
): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  await collect(directory, directory.name, found);
  return found;
}

/** The one directory that was dropped; undefined when it was something else. */
export function droppedDirectory(
  items: Iterable<DataTransferItem>,
): FileSystemDirectoryEntry | undefined {
  const [entry, ...others] = Array.from(items, item => item.webkitGetAsEntry());
  return entry && isDirectory(entry) && others.length === 0 ? entry : undefined;
}
