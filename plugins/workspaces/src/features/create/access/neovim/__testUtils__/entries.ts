const PART = 2;

/** A file as a browser's drag and drop gives it. */
export function aFile(name: string, content = ''): FileSystemFileEntry {
  return {
    name,
    isFile: true,
    isDirectory: false,
    file: (resolve: FileCallback) => resolve(new File([content], name)),
  } as FileSystemFileEntry;
}

/** A directory as a browser's drag and drop gives it: its entries come in parts. */
export function aDirectory(
  name: string,
  entries: FileSystemEntry[],
): FileSystemDirectoryEntry {
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      let at = 0;
      return {
        readEntries: (resolve: FileSystemEntriesCallback) => {
          at += PART;
          resolve(entries.slice(at - PART, at));
        },
      };
    },
  } as FileSystemDirectoryEntry;
}
