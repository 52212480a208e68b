import Box from '@mui/material/Box';
import { useWatch } from 'react-hook-form';
import { useTranslation } from '../../hooks';
import { PresetPicker } from './size/PresetPicker';
import type { Size } from './size/presets';
import { TextInput } from './TextInput';
import type { SpecValues } from './values';

const PARTS: (keyof Size)[] = ['cpu', 'memory', 'storage'];
const GRID = {
  display: 'grid',
  columnGap: 2,
  rowGap: 1,
  mt: 3,
  gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' },
} as const;

/** CPU, memory and storage: one click for a usual size, or quantities of one's own. */
export function SizeFields() {
  const { t } = useTranslation();
  const [cpu, memory, storage] = useWatch<
    SpecValues,
    ['cpu', 'memory', 'storage']
  >({ name: ['cpu', 'memory', 'storage'] });
  return (
    <>
      <PresetPicker size={{ cpu, memory, storage }} />
      <Box sx={GRID}>
        {PARTS.map(part => (
          <TextInput
            key={part}
            name={part}
            label={t(`form.size.${part}`)}
            hint={t(`form.size.${part}Hint`)}
          />
        ))}
      </Box>
    </>
  );
}
