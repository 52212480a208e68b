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

describe('the draft of a form', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('is what was typed last, each person their own', () => {
    const { result } = show();
    act(() => result.current.form.setValue('title', 'Half done'));
    expect(read()).toEqual({ title: 'Half done', version: 1 });
    expect(read('other@example.com')).toBeUndefined();
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
    act(() => result.current.form.setValue('title', 'Too late'));
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
