import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { useFormContext, useWatch } from 'react-hook-form';
import { PLAIN_TEXT, TextInput } from '../../../components/specForm';
import { useTranslation } from '../../../hooks';
import type { CreateValues } from '../form/values';
import { useDurationWords } from './useDurationWords';

interface DurationFieldProps {
  name: 'idleTimeout' | 'autoStopAfter';
  /** Go durations that are one click. */
  presets: readonly string[];
  /** What Butler takes when nothing is typed. */
  fallback: string;
}

/** A duration as Kubernetes writes it, with usual ones a click away and what it means below. */
export function DurationField({ name, presets, fallback }: DurationFieldProps) {
  const { t } = useTranslation();
  const { setValue } = useFormContext<CreateValues>();
  const typed = useWatch<CreateValues, typeof name>({ name }).trim();
  const inWords = useDurationWords();
  const label = t(`create.time.${name}`);
  return (
    <Box>
      <TextInput
        name={name}
        label={label}
        placeholder={fallback}
        hint={
          typed
            ? t(`create.time.${name}Is`, { duration: inWords(typed) })
            : t('create.time.default', { duration: inWords(fallback) })
        }
        inputProps={PLAIN_TEXT}
      />
      <Box
        role="group"
        aria-label={t('create.time.presets', { field: label })}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}
      >
        {presets.map(preset => (
          <Chip
            key={preset}
            clickable
            size="small"
            label={inWords(preset)}
            aria-pressed={typed === preset}
            color={typed === preset ? 'primary' : 'default'}
            variant={typed === preset ? 'filled' : 'outlined'}
            onClick={() =>
              setValue(name, preset, {
                shouldDirty: true,
                shouldValidate: true,
              })
            }
            sx={{ m: 0 }}
          />
        ))}
      </Box>
    </Box>
  );
}
