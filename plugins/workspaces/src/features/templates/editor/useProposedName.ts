import { useEffect } from 'react';
import { MAX_NAME_LENGTH } from '@butler-portal/plugin-butler-common';
import type { UseFormReturn } from 'react-hook-form';
import type { TemplateValues } from './values';

/** A Kubernetes name after a title: `Go service` → `go-service`. */
export function nameOfTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_NAME_LENGTH)
    .replace(/^-+|-+$/g, '');
}

/**
 * Keeps the name of a new template after its title, until the person writes another one. Nothing is drawn
 * again for it: each key in the title would draw the whole form.
 */
export function useProposedName(
  form: UseFormReturn<TemplateValues>,
  fresh: boolean,
): void {
  useEffect(() => {
    if (!fresh) return undefined;
    let last = nameOfTitle(form.getValues('displayName'));
    const { unsubscribe } = form.watch(({ displayName = '' }) => {
      const before = last;
      last = nameOfTitle(displayName);
      if (last === before || form.getValues('name') !== before) return;
      form.setValue('name', last, {
        shouldValidate: form.getFieldState('name').invalid,
      });
    });
    return unsubscribe;
  }, [fresh, form]);
}
