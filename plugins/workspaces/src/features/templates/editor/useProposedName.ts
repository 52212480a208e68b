import { useEffect, useRef } from 'react';
import { MAX_NAME_LENGTH } from '@butler-portal/plugin-butler-common';
import { useWatch } from 'react-hook-form';
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

/** Keeps the name of a new template after its title, until the person writes another one. */
export function useProposedName(
  form: UseFormReturn<TemplateValues>,
  fresh: boolean,
): void {
  const title = useWatch({ control: form.control, name: 'displayName' });
  const before = useRef('');
  useEffect(() => {
    const proposed = nameOfTitle(title);
    const last = before.current;
    before.current = proposed;
    if (!fresh || proposed === last) return;
    if (form.getValues('name') !== last) return;
    form.setValue('name', proposed, {
      shouldValidate: form.getFieldState('name').invalid,
    });
  }, [title, fresh, form]);
}
