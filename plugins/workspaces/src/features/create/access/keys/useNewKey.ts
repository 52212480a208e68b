import { useMemo } from 'react';
import type { AddSshKeyRequest } from '@butler-portal/plugin-butler-common';
import { useFormContext } from 'react-hook-form';
import { EMPTY_VALUES } from '../../form/values';
import type { CreateValues } from '../../form/values';

/**
 * The key that is being added to the profile. It stands among the wizard's values, so that it outlasts
 * a change of the step and a reload, as far as the draft stores it.
 */
export interface NewKey {
  read(): AddSshKeyRequest;
  keep(key: AddSshKeyRequest): void;
  forget(): void;
}

/** Whether anything has been typed of it. */
export function isStarted({ name, publicKey }: AddSshKeyRequest): boolean {
  return Boolean(name || publicKey);
}

/** Holds what is typed of a new key in the wizard's form around. */
export function useNewKey(): NewKey {
  const { getValues, setValue } = useFormContext<CreateValues>();
  return useMemo(
    () => ({
      read: () => getValues('newKey'),
      keep: key => setValue('newKey', key),
      forget: () => setValue('newKey', EMPTY_VALUES.newKey),
    }),
    [getValues, setValue],
  );
}
