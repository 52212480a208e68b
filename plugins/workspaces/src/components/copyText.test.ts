import { copyText } from './copyText';

class FakeClipboardItem {
  constructor(readonly items: Record<string, Promise<Blob>>) {}
}

function fakeClipboard(clipboard: object | undefined) {
  Object.defineProperty(navigator, 'clipboard', {
    value: clipboard,
    configurable: true,
  });
}

describe('copyText', () => {
  afterEach(() => {
    fakeClipboard(undefined);
    Reflect.deleteProperty(window, 'ClipboardItem');
  });

  it('hands a text that is not known yet over within the click', async () => {
    Object.assign(window, { ClipboardItem: FakeClipboardItem });
    let copied: Promise<string> | undefined;
    const write = jest.fn(async ([item]: FakeClipboardItem[]) => {
      copied = item.items['text/plain'].then(blob => blob.size.toString());
      await copied;
    });
    fakeClipboard({ write });
    let know = (_: string) => {};
    const done = copyText(
      new Promise<string>(resolve => {
        know = resolve;
      }),
    );
    expect(write).toHaveBeenCalledTimes(1);
    know('ssh dev@host');
    expect(await done).toBe(true);
    expect(await copied).toBe('12');
  });

  it('writes it when it is known where that cannot be', async () => {
    const writeText = jest.fn(async () => {});
    fakeClipboard({ writeText });
    expect(await copyText(Promise.resolve('ssh dev@host'))).toBe(true);
    expect(writeText).toHaveBeenCalledWith('ssh dev@host');
  });

  it('throws why the text could not be had', async () => {
    Object.assign(window, { ClipboardItem: FakeClipboardItem });
    const write = ([item]: FakeClipboardItem[]) => item.items['text/plain'];
    fakeClipboard({ write });
    const failure = new Error('No address');
    await expect(copyText(Promise.reject(failure))).rejects.toBe(failure);
  });
});
