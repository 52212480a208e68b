import { act, renderHook } from '@testing-library/react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { draftKey, readFormDraft, useFormDraft } from './useFormDraft';

interface Values {
  title: string;
}

const KEY = draftKey('dev@example.com', 'some-form');
const schema = z.object({ title: z.string(), version: z.number() });
const read = (email = 'dev@example.com') =>
  readFormDraft(draftKey(email, 'some-form'), schema);

function show() {
  const packs = [1, 2].map(version => (values: Values) => ({
    ...values,
    version,
  }));
  return renderHook(
    ({ version }) => {
      const form = useForm<Values>({ defaultValues: { title: '' } });
      return { form, draft: useFormDraft(KEY, form, packs[version - 1]) };
    },
    { initialProps: { version: 1 } },
  );
}

// What the browser does at a reload.
function leave() {
  window.dispatchEvent(new Event('pagehide'));
}

describe('the draft of a form', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('is what was typed last, each person their own', () => {
    const { result } = show();
    act(() => result.current.form.setValue('title', 'Half done'));
    leave();
    expect(read()).toEqual({ title: 'Half done', version: 1 });
    expect(read('other@example.com')).toBeUndefined();
  });

  it('is written once, when the person pauses', () => {
    jest.useFakeTimers();
    const setItem = jest.spyOn(Storage.prototype, 'setItem');
    const { result } = show();
    for (const title of ['H', 'Ha', 'Hal', 'Half']) {
      act(() => result.current.form.setValue('title', title));
      jest.advanceTimersByTime(100);
    }
    expect(setItem).not.toHaveBeenCalled();
    jest.runOnlyPendingTimers();
    expect(setItem).toHaveBeenCalledTimes(1);
    expect(read()?.title).toBe('Half');
    leave();
    expect(setItem).toHaveBeenCalledTimes(1);
    setItem.mockRestore();
    jest.useRealTimers();
  });

  it('is there when the form is left for another page of the app', () => {
    const { result, unmount } = show();
    act(() => result.current.form.setValue('title', 'Half done'));
    unmount();
    expect(read()?.title).toBe('Half done');
  });

  it('is none of a form that was only looked at', () => {
    show();
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('follows what changes beside the values', () => {
    const { rerender } = show();
    rerender({ version: 2 });
    expect(read()).toEqual({ title: '', version: 2 });
  });

  it('is gone once the form is finished, and does not come back', () => {
    const { result } = show();
    act(() => result.current.form.setValue('title', 'Done'));
    act(() => result.current.draft.finish());
    leave();
    act(() => result.current.form.setValue('title', 'Too late'));
    leave();
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('may be lost where the browser stores nothing, but the form works', () => {
    const setItem = jest
      .spyOn(Storage.prototype, 'setItem')
      .mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError');
      });
    const { result } = show();
    act(() => result.current.form.setValue('title', 'Half done'));
    leave();
    setItem.mockRestore();
    expect(result.current.form.getValues('title')).toBe('Half done');
  });

  it.each(['', '{', '[]', 'null', '{"title":1,"version":1}'])(
    'is not made of %j',
    stored => {
      window.sessionStorage.setItem(KEY, stored);
      expect(read()).toBeUndefined();
    },
  );
});
