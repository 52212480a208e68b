/** A file below a directory that a person has chosen. */
export interface FoundFile {
  /** From the name of the chosen directory down, with `/` between, as browsers write it. */
  path: string;
  /** Undefined for a directory that was not looked into. */
  file?: File;
}

/** A file that belongs into the archive. */
export interface ChosenFile {
  /** Relative to the chosen directory. */
  name: string;
  file: File;
}

/** Something that does not belong into the archive. */
export interface LeftOut {
  /** Relative to the chosen directory; of a whole directory with a `/` at its end. */
  name: string;
  reason: 'notNeeded' | 'oddName';
}

// History and installed packages are large and made anew; the others are written by file managers.
const DIRECTORIES = ['.git', '.hg', '.svn', 'node_modules', '__MACOSX'];
const FILES = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** Whether a directory of that name stays out of the archive, wherever it lies. */
export function isDirectoryLeftOut(name: string): boolean {
  return DIRECTORIES.includes(name);
}

// `._x` is what macOS keeps of x on foreign file systems (AppleDouble).
function isFileLeftOut(name: string): boolean {
  return FILES.includes(name) || name.startsWith('._');
}

function isOddName(name: string): boolean {
  return name === '' || name === '.' || name === '..' || /\p{Cc}/u.test(name);
}

function leftOut(parts: string[]): LeftOut | undefined {
  if (parts.length === 0 || parts.some(isOddName)) {
    return { name: parts.join('/'), reason: 'oddName' };
  }
  const directory = parts.findIndex(isDirectoryLeftOut);
  if (directory >= 0) {
    const name = `${parts.slice(0, directory + 1).join('/')}/`;
    return { name, reason: 'notNeeded' };
  }
  return isFileLeftOut(parts[parts.length - 1])
    ? { name: parts.join('/'), reason: 'notNeeded' }
    : undefined;
}

/**
 * Parts what was found into what is packed and what is not. Names are made relative to the chosen
 * directory; one that could lead out of it is never packed.
 */
export function chooseFiles(found: readonly FoundFile[]): {
  files: ChosenFile[];
  leftOut: LeftOut[];
} {
  const files = new Map<string, ChosenFile>();
  const out = new Map<string, LeftOut>();
  for (const { path, file } of found) {
    const parts = path.split('/').slice(1);
    const refused = leftOut(parts);
    const name = parts.join('/');
    if (refused) out.set(refused.name, refused);
    else if (file) files.set(name, { name, file });
  }
  return {
    // In one order, so that one directory makes one archive.
    files: [...files.values()].sort((one, other) =>
      one.name < other.name ? -1 : 1,
    ),
    leftOut: [...out.values()],
  };
}
