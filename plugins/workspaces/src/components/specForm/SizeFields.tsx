import Box from '@mui/material/Box';
import { useTranslation } from '../../hooks';
import { FieldGrid } from './FieldGrid';
import { PresetPicker } from './size/PresetPicker';
import type { Size } from './size/presets';
import { TextInput } from './TextInput';

const PARTS: (keyof Size)[] = ['cpu', 'memory', 'storage'];

/** CPU, memory and storage: one click for a usual size, or quantities of one's own. */
export function SizeFields() {
  const { t } = useTranslation();
  return (
    <>
      <PresetPicker />
      <Box sx={{ mt: 3 }}>
        <FieldGrid columns={3}>
          {PARTS.map(part => (
            <TextInput
              key={part}
              name={part}
              label={t(`form.size.${part}`)}
              hint={t(`form.size.${part}Hint`)}
            />
          ))}
        </FieldGrid>
      </Box>
    </>
  );
}
