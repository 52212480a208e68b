import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from '../../../hooks';
import type { SpecValues } from '../values';
import { PRESET_NAMES, presetOf, PRESETS } from './presets';
import type { PresetName } from './presets';

/** Three sizes, each one click; a size of one's own marks none of them. */
export function PresetPicker() {
  const { t } = useTranslation();
  const { setValue, getFieldState } = useFormContext<SpecValues>();
  const [cpu, memory, storage] = useWatch<
    SpecValues,
    ['cpu', 'memory', 'storage']
  >({ name: ['cpu', 'memory', 'storage'] });
  const take = (name: PresetName | null) => {
    // Null: the pressed one was clicked again.
    if (!name) return;
    (['cpu', 'memory', 'storage'] as const).forEach(part =>
      setValue(part, PRESETS[name][part], {
        shouldDirty: true,
        shouldValidate: getFieldState(part).invalid,
      }),
    );
  };
  return (
    <ToggleButtonGroup
      exclusive
      fullWidth
      color="primary"
      value={presetOf({ cpu, memory, storage }) ?? null}
      onChange={(_, name: PresetName | null) => take(name)}
      aria-label={t('form.size.presets')}
    >
      {PRESET_NAMES.map(name => (
        <ToggleButton
          key={name}
          value={name}
          sx={{ flexDirection: 'column', textTransform: 'none', px: 1 }}
        >
          <Typography variant="subtitle2" component="span">
            {t(`form.size.${name}`)}
          </Typography>
          <Typography variant="caption" component="span" color="text.secondary">
            {t('form.size.presetSize', PRESETS[name])}
          </Typography>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
