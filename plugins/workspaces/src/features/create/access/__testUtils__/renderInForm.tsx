import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { zodResolver } from '@hookform/resolvers/zod';
import { FormProvider, useForm } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';
import type { FakeButlerApi } from '../../../../__testUtils__';
import { renderChambers } from '../../../../__testUtils__';
import { someValues } from '../../__testUtils__/fixtures';
import { formSchema } from '../../form/schema';
import type { CreateValues } from '../../form/values';
import { accessMessages } from '../messages';

const KNOWLEDGE = {
  isTaken: () => false,
  clusters: [],
  texts: {
    chooseTeam: 'choose team',
    chooseCluster: 'choose cluster',
    clusterTakesNone: 'takes none',
    clusterFull: 'full',
    nameTaken: 'taken',
    ownKeyMissing: accessMessages.keys.ownKeys.required,
    luaMissing: accessMessages.neovim.luaRequired,
    archiveMissing: accessMessages.neovim.archiveRequired,
  },
  fieldText: (message: string) => message,
};

/** A form of the wizard around a part of it, and what stands in the form. */
export function renderInForm(
  part: ReactNode,
  api: FakeButlerApi,
  values: Partial<CreateValues> = {},
): { unmount(): void; form(): UseFormReturn<CreateValues> } {
  const held: { form?: UseFormReturn<CreateValues> } = {};
  function Form() {
    const form = useForm<CreateValues>({
      mode: 'onTouched',
      defaultValues: someValues(values),
      resolver: zodResolver(formSchema(KNOWLEDGE)),
    });
    useEffect(() => {
      held.form = form;
    }, [form]);
    return <FormProvider {...form}>{part}</FormProvider>;
  }
  const { unmount } = renderChambers(<Form />, { api });
  const form = () => {
    if (!held.form) throw new Error('The form has not been drawn yet.');
    return held.form;
  };
  return { unmount, form };
}
