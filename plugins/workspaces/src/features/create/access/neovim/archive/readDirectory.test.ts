import { aDirectory, aFile } from '../__testUtils__/entries';
import { MAX_FILES } from './pack';
import { droppedDirectory, readDirectory } from './readDirectory';

function item(entry: FileSystemEntry | null): DataTransferItem {
  return { webkitGetAsEntry: () => entry } as DataTransferItem;
}

describe('a dropped directory', () => {
  it('is read to its last file, in as many parts as the browser gives', async () => {
    const directory = aDirectory('nvim', [
      aFile('init.lua'),
      aDirectory('lua', [aFile('a.lua'), aFile('b.lua'), aFile('c.lua')]),
    ]);
    expect((await readDirectory(directory)).map(({ path }) => path)).toEqual([
      'nvim/init.lua',
      'nvim/lua/a.lua',
      'nvim/lua/b.lua',
      'nvim/lua/c.lua',
    ]);
  });

  it('is not looked into where nothing is packed', async () => {
    const history = aDirectory('.git', [aFile('HEAD')]);
    const createReader = jest.spyOn(history, 'createReader');
    const found = await readDirectory(
      aDirectory('nvim', [history, aFile('init.lua')]),
    );
    expect(found.map(({ path }) => path)).toEqual([
      'nvim/.git',
      'nvim/init.lua',
    ]);
    expect(createReader).not.toHaveBeenCalled();
  });

  it('is given up when there are too many files in it', async () => {
    const many = Array.from({ length: MAX_FILES + 50 }, (_, index) =>
      aFile(String(index)),
    );
    const found = await readDirectory(aDirectory('home', many));
    expect(found).toHaveLength(MAX_FILES + 1);
  });

  it('is one, and nothing else', () => {
    const directory = aDirectory('nvim', []);
    expect(droppedDirectory([item(directory)])).toBe(directory);
    expect(
      droppedDirectory([item(directory), item(directory)]),
    ).toBeUndefined();
    expect(droppedDirectory([item(aFile('init.lua'))])).toBeUndefined();
    expect(droppedDirectory([item(null)])).toBeUndefined();
    expect(droppedDirectory([])).toBeUndefined();
  });
});
