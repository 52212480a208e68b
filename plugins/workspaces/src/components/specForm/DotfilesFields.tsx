import Typography from '@mui/material/Typography';
import { useTranslation } from '../../hooks';
import { FieldGrid } from './FieldGrid';
import { PLAIN_TEXT, TextInput } from './TextInput';

/** A dotfiles repository and how it is installed, with what happens when no command is given. */
export function DotfilesFields() {
  const { t } = useTranslation();
  return (
    <>
      <FieldGrid>
        <TextInput
          name="dotfilesUrl"
          label={t('form.dotfiles.url')}
          hint={t('form.dotfiles.urlHint')}
          inputProps={PLAIN_TEXT}
        />
        <TextInput
          name="dotfilesCommand"
          label={t('form.dotfiles.command')}
          hint={t('form.dotfiles.commandHint')}
          inputProps={PLAIN_TEXT}
        />
      </FieldGrid>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {t('form.dotfiles.order')}
      </Typography>
    </>
  );
}
