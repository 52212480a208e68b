import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { parseSshPublicKey } from '@butler-portal/plugin-butler-common';
import type {
  AddSshKeyRequest,
  SshKey,
} from '@butler-portal/plugin-butler-common';
import { FormProvider, useForm } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';
import type { ButlerError } from '../../../../api';
import { errorFromFailure } from '../../../../api/errors';
import { ActionButton, ErrorPanel } from '../../../../components';
import {
  PLAIN_TEXT,
  TextInput,
  useFieldText,
} from '../../../../components/specForm';
import { useTranslation } from '../../../../hooks';
import { newKeySchema } from './newKeySchema';
import { isStarted, useNewKey } from './useNewKey';

const MONOSPACE = { ...PLAIN_TEXT, style: { fontFamily: 'monospace' } };

interface AddKeyProps {
  add(request: AddSshKeyRequest): Promise<SshKey>;
  onAdded(key: SshKey): void;
  /** Absent where the form always stands open. */
  onCancel?(): void;
}

function commentOf(publicKey: string): string {
  return parseSshPublicKey(publicKey).key?.comment ?? '';
}

/** Proposes the key's comment as its name, until the person writes another one. */
function useProposedName({
  watch,
  getValues,
  setValue,
}: UseFormReturn<AddSshKeyRequest>) {
  const publicKey = watch('publicKey');
  const before = useRef(commentOf(publicKey));
  useEffect(() => {
    const proposed = commentOf(publicKey);
    const last = before.current;
    before.current = proposed;
    if (proposed !== last && getValues('name') === last) {
      setValue('name', proposed);
    }
  }, [publicKey, getValues, setValue]);
}

/** Adds a key to the profile. It stands inside the form of the workspace and is none itself. */
export function AddKey({ add, onAdded, onCancel }: AddKeyProps) {
  const { t } = useTranslation();
  const fieldText = useFieldText();
  const schema = useMemo(() => newKeySchema(fieldText), [fieldText]);
  const newKey = useNewKey();
  const [kept] = useState(newKey.read);
  const form = useForm<AddSshKeyRequest>({
    mode: 'onTouched',
    defaultValues: kept,
    resolver: zodResolver(schema),
  });
  useProposedName(form);
  const { isSubmitting } = form.formState;
  const [failure, setFailure] = useState<ButlerError>();
  const { setFocus, trigger, watch, getValues } = form;
  const comesBack = isStarted(kept);
  const openedByHand = onCancel !== undefined && !comesBack;
  useEffect(() => {
    if (openedByHand) setFocus('publicKey');
  }, [openedByHand, setFocus]);
  useEffect(() => {
    if (comesBack) trigger('publicKey');
  }, [comesBack, trigger]);
  useEffect(() => {
    const { unsubscribe } = watch(() => newKey.keep(getValues()));
    return unsubscribe;
  }, [watch, getValues, newKey]);
  const submit = form.handleSubmit(async request => {
    setFailure(undefined);
    try {
      onAdded(await add(request));
    } catch (refusal) {
      const error = errorFromFailure(refusal);
      setFailure(error);
      error.fields.forEach(({ path, message }) => {
        if (path === 'name' || path === 'publicKey') {
          const told = { message: fieldText(message) };
          form.setError(path, told, { shouldFocus: true });
        }
      });
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) {
      return;
    }
    // It would send the form of the workspace, and a key has no second line.
    event.preventDefault();
    submit();
  };
  return (
    <FormProvider {...form}>
      <Box
        role="group"
        aria-label={t('create.access.keys.add.heading')}
        onKeyDown={onKeyDown}
      >
        <Typography variant="subtitle2" component="h4" sx={{ mb: 1.5 }}>
          {t('create.access.keys.add.heading')}
        </Typography>
        {failure && (
          <Box sx={{ mb: 2 }}>
            <ErrorPanel
              title={t('create.access.keys.add.failed')}
              error={failure}
            />
          </Box>
        )}
        <TextInput
          name="publicKey"
          label={t('create.access.keys.add.publicKey')}
          hint={t('create.access.keys.add.publicKeyHint')}
          multiline
          minRows={2}
          maxRows={6}
          required
          inputProps={MONOSPACE}
        />
        <TextInput
          name="name"
          label={t('create.access.keys.add.name')}
          hint={t('create.access.keys.add.nameHint')}
          required
          inputProps={PLAIN_TEXT}
          sx={{ mt: 1 }}
        />
        <Stack direction="row" spacing={1} sx={{ mt: 1 }}>
          <ActionButton
            variant="outlined"
            pending={isSubmitting}
            onClick={() => submit()}
          >
            {t('create.access.keys.add.submit')}
          </ActionButton>
          {onCancel && (
            <Button onClick={onCancel}>{t('components.action.cancel')}</Button>
          )}
        </Stack>
      </Box>
    </FormProvider>
  );
}
