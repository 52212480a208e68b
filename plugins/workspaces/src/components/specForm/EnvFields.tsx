import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import { useTranslation } from '../../hooks';
import { PLAIN_TEXT, TextInput } from './TextInput';

const GRID = {
  display: 'grid',
  columnGap: 2,
  rowGap: 1,
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
} as const;
const PARTS = ['namespace', 'name', 'container'] as const;

/** The workload whose environment is copied, typed by hand: where no cluster can be asked. */
export function EnvFields() {
  const { t } = useTranslation();
  return (
    <Box sx={GRID}>
      <TextInput name="env.kind" label={t('form.env.kind')} select>
        <MenuItem value="Deployment">Deployment</MenuItem>
        <MenuItem value="StatefulSet">StatefulSet</MenuItem>
      </TextInput>
      {PARTS.map(part => (
        <TextInput
          key={part}
          name={`env.${part}`}
          label={t(`form.env.${part}`)}
          hint={t(`form.env.${part}Hint`)}
          inputProps={PLAIN_TEXT}
        />
      ))}
    </Box>
  );
}
