import { useEffect, useMemo, useRef } from 'react';
import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { Me } from '@butler-portal/plugin-butler-common';
import { FormProvider, useForm } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';
import { ActionButton, ErrorPanel } from '../../../components';
import { BottomBar, BottomBarSpace } from '../../../components/BottomBar';
import { useFieldText } from '../../../components/specForm';
import { useTranslation } from '../../../hooks';
import { IdentityFields } from './IdentityFields';
import { templateFormSchema } from './schema';
import { TemplateFields } from './TemplateFields';
import { useCredentials } from './useCredentials';
import { useProposedName } from './useProposedName';
import type { Save } from './useSave';
import type { TemplateValues } from './values';

/** The form of a template, with values in it. */
export function useTemplateForm(
  values: TemplateValues,
): UseFormReturn<TemplateValues> {
  const fieldText = useFieldText();
  const schema = useMemo(() => templateFormSchema(fieldText), [fieldText]);
  return useForm<TemplateValues>({
    mode: 'onTouched',
    defaultValues: values,
    resolver: zodResolver(schema),
  });
}

interface TemplateFormProps {
  me: Me;
  form: UseFormReturn<TemplateValues>;
  /** Whether it is a new one, whose place and name can be chosen. */
  fresh: boolean;
  saving: Save;
  onSave(values: TemplateValues): void;
  onCancel(): void;
}

/** Every field of a template and the buttons below them. */
export function TemplateForm(props: TemplateFormProps) {
  const { t } = useTranslation();
  const { form, fresh, saving } = props;
  const credentials = useCredentials(form.control);
  useProposedName(form, fresh);
  const { error } = saving;
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It stands at the top; the button that was pressed is at the end of a long page.
    if (error) notice.current?.focus();
  }, [error]);
  useEffect(() => {
    const first = saving.refused[0];
    if (first) form.setFocus(first);
  }, [saving.refused, form]);
  return (
    <FormProvider {...form}>
      <Stack
        component="form"
        noValidate
        spacing={3}
        onSubmit={form.handleSubmit(props.onSave)}
      >
        {error && (
          <Box ref={notice} tabIndex={-1}>
            <ErrorPanel
              title={t(
                error.leavesOpen
                  ? 'templates.failed.saveUnknown'
                  : 'templates.failed.save',
              )}
              error={error}
              others={saving.others}
            />
          </Box>
        )}
        <TemplateFields
          identity={fresh ? <IdentityFields me={props.me} /> : undefined}
          credentials={credentials}
        />
        <BottomBar>
          <ActionButton
            type="submit"
            variant="contained"
            pending={saving.pending}
          >
            {t(fresh ? 'templates.editor.create' : 'templates.editor.save')}
          </ActionButton>
          <Button onClick={props.onCancel}>
            {t('components.action.cancel')}
          </Button>
        </BottomBar>
        <BottomBarSpace />
      </Stack>
    </FormProvider>
  );
}
