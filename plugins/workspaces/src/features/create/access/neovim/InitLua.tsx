import { useRef } from 'react';
import Button from '@mui/material/Button';
import { useFormContext } from 'react-hook-form';
import { PLAIN_TEXT, TextInput } from '../../../../components/specForm';
import { useTranslation } from '../../../../hooks';
import type { CreateValues } from '../../form/values';

const MONOSPACE = {
  ...PLAIN_TEXT,
  style: { fontFamily: 'monospace', fontSize: 13 },
};

/** The text of an init.lua, typed or loaded from a file. */
export function InitLua() {
  const { t } = useTranslation();
  const { setValue, setError } = useFormContext<CreateValues>();
  const chooser = useRef<HTMLInputElement>(null);
  const load = async (file: File | undefined) => {
    if (!file) return;
    try {
      setValue('neovim.lua', await file.text(), {
        shouldDirty: true,
        shouldValidate: true,
      });
    } catch {
      // The browser says no more than that it is gone or may not be read (NotReadableError).
      setError('neovim.lua', {
        message: t('create.access.neovim.luaUnreadable'),
      });
    }
  };
  return (
    <>
      <TextInput
        name="neovim.lua"
        label={t('create.access.neovim.luaLabel')}
        hint={t('create.access.neovim.luaHint')}
        multiline
        minRows={8}
        maxRows={20}
        required
        inputProps={MONOSPACE}
      />
      <Button onClick={() => chooser.current?.click()} sx={{ mt: 1 }}>
        {t('create.access.neovim.loadLua')}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".lua,text/plain"
        aria-label={t('create.access.neovim.loadLua')}
        hidden
        onChange={event => {
          load(event.target.files?.[0]);
          // So that the same file can be loaded again.
          event.target.value = '';
        }}
      />
    </>
  );
}
