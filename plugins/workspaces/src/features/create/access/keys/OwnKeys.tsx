import TextField from '@mui/material/TextField';
import { Controller } from 'react-hook-form';
import { PLAIN_TEXT } from '../../../../components/specForm';
import { useTranslation } from '../../../../hooks';
import type { CreateValues } from '../../form/values';
import { checkOwnKeys } from './checkOwnKeys';
import type { CheckedLine } from './checkOwnKeys';
import { KeyRow, KeyRows } from './KeyRows';

const MONOSPACE = { ...PLAIN_TEXT, style: { fontFamily: 'monospace' } };

function Line({ line, publicKey, refusal, sameAs }: CheckedLine) {
  const { t } = useTranslation();
  const title = t('create.access.keys.ownKeys.line', { line: String(line) });
  const name = [title, publicKey?.comment].filter(Boolean).join(': ');
  return (
    <KeyRow name={name} error={refusal !== undefined}>
      {refusal ? t(`fields.key.${refusal}`) : publicKey?.fingerprint}
      {sameAs !== undefined && (
        <div>
          {t('create.access.keys.ownKeys.duplicate', { line: String(sameAs) })}
        </div>
      )}
    </KeyRow>
  );
}

/** Keys for this workspace, one a line, and what each line is. */
export function OwnKeys() {
  const { t } = useTranslation();
  return (
    <Controller<CreateValues, 'keys.own'>
      name="keys.own"
      render={({ field: { ref, ...field }, fieldState: { error } }) => {
        const lines = checkOwnKeys(field.value);
        const wrong = lines.filter(({ refusal }) => refusal).length;
        const problem =
          error && wrong > 0
            ? t('create.access.keys.ownKeys.wrong', { count: wrong })
            : error?.message;
        return (
          <>
            <TextField
              {...field}
              inputRef={ref}
              label={t('create.access.keys.ownKeys.label')}
              fullWidth
              multiline
              minRows={3}
              maxRows={10}
              size="small"
              autoComplete="off"
              error={Boolean(error)}
              inputProps={{ ...MONOSPACE, 'aria-required': true }}
              helperText={problem ?? t('create.access.keys.ownKeys.hint')}
            />
            {lines.length > 0 && (
              <KeyRows label={t('create.access.keys.ownKeys.list')}>
                {lines.map(checked => (
                  <Line key={checked.line} {...checked} />
                ))}
              </KeyRows>
            )}
          </>
        );
      }}
    />
  );
}
