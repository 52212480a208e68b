import { useRef } from 'react';
import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from '../../../hooks';
import { EMPTY_REPOSITORY } from '../form/values';
import type { CreateValues } from '../form/values';
import { Panel } from '../../../components/Panel';
import { RepositoryRow } from './RepositoryRow';

/** What is cloned into the workspace. */
export function RepositoriesSection({ onLeaveUrl }: { onLeaveUrl(): void }) {
  const { t } = useTranslation();
  const addButton = useRef<HTMLButtonElement>(null);
  const { control, formState } = useFormContext<CreateValues>();
  const { fields, append, remove } = useFieldArray({
    control,
    name: 'repositories',
  });
  const error =
    formState.errors.repositories?.root ?? formState.errors.repositories;
  const removeRow = (index: number) => {
    remove(index);
    onLeaveUrl();
    // The button that had the focus is gone.
    addButton.current?.focus();
  };
  return (
    <Panel
      title={t('create.repositories.heading')}
      hint={t('create.repositories.hint')}
    >
      <Stack spacing={2}>
        {fields.length === 0 && (
          <Typography variant="body2" color="text.secondary">
            {t('create.repositories.none')}
          </Typography>
        )}
        {fields.map((field, index) => (
          <RepositoryRow
            key={field.id}
            index={index}
            onRemove={() => removeRow(index)}
            onLeaveUrl={onLeaveUrl}
          />
        ))}
        {error?.message && (
          <FormHelperText error>{error.message}</FormHelperText>
        )}
        <Button
          ref={addButton}
          startIcon={<AddIcon />}
          onClick={() => append(EMPTY_REPOSITORY)}
          sx={{ alignSelf: 'flex-start' }}
        >
          {t('create.repositories.add')}
        </Button>
      </Stack>
    </Panel>
  );
}
