import { useFormContext } from 'react-hook-form';
import { FileButton } from '../../../../components/FileButton';
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
  const load = async (file: File) => {
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
      <FileButton
        label={t('create.access.neovim.loadLua')}
        accept=".lua,text/plain"
        onChoose={([file]) => load(file)}
        sx={{ mt: 1 }}
      />
    </>
  );
}
