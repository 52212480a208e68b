import { useRef, useState } from 'react';
import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from '../../../hooks';
import { visuallyHidden } from '../../visuallyHidden';
import { EMPTY_REPOSITORY } from '../values';
import type { SpecValues } from '../values';
import { RepositoryRow } from './RepositoryRow';

interface RepositoriesFieldsProps {
  /** Names of the Git credentials that can be chosen; others can be typed. */
  credentials: readonly string[];
  /** Runs when the person leaves a URL, or has removed or moved a line. */
  onChange?(): void;
}

/** What is cloned: lines that can be added, removed and put in order. */
export function RepositoriesFields(props: RepositoriesFieldsProps) {
  const { t } = useTranslation();
  const addButton = useRef<HTMLButtonElement>(null);
  const [news, setNews] = useState('');
  const { control, formState } = useFormContext<SpecValues>();
  const { fields, append, remove, move } = useFieldArray({
    control,
    name: 'repositories',
  });
  const error =
    formState.errors.repositories?.root ?? formState.errors.repositories;
  const removeRow = (index: number) => {
    remove(index);
    props.onChange?.();
    // The button that had the focus is gone.
    addButton.current?.focus();
  };
  const moveRow = (from: number, to: number) => {
    move(from, to);
    props.onChange?.();
    setNews(
      t('form.repositories.moved', {
        number: String(to + 1),
        total: String(fields.length),
      }),
    );
  };
  return (
    <Stack spacing={2}>
      {fields.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          {t('form.repositories.none')}
        </Typography>
      )}
      {fields.map((field, index) => (
        <RepositoryRow
          key={field.id}
          index={index}
          total={fields.length}
          credentials={props.credentials}
          onRemove={() => removeRow(index)}
          onMove={to => moveRow(index, to)}
          onLeaveUrl={() => props.onChange?.()}
        />
      ))}
      {error?.message && <FormHelperText error>{error.message}</FormHelperText>}
      <Button
        ref={addButton}
        startIcon={<AddIcon />}
        onClick={() => append(EMPTY_REPOSITORY)}
        sx={{ alignSelf: 'flex-start' }}
      >
        {t('form.repositories.add')}
      </Button>
      <Box role="status" sx={visuallyHidden}>
        {news}
      </Box>
    </Stack>
  );
}
