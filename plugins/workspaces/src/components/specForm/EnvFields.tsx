import MenuItem from '@mui/material/MenuItem';
import { useTranslation } from '../../hooks';
import { FieldGrid } from './FieldGrid';
import { PLAIN_TEXT, TextInput } from './TextInput';

const PARTS = ['namespace', 'name', 'container'] as const;

/** The workload whose environment is copied, typed by hand: where no cluster can be asked. */
export function EnvFields() {
  const { t } = useTranslation();
  return (
    <FieldGrid>
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
    </FieldGrid>
  );
}
