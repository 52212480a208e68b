import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from '../../hooks';
import { PLAIN_TEXT, TextInput } from './TextInput';

const GRID = {
  display: 'grid',
  columnGap: 2,
  rowGap: 1,
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
} as const;

/** A dotfiles repository and how it is installed, with what happens when no command is given. */
export function DotfilesFields() {
  const { t } = useTranslation();
  return (
    <>
      <Box sx={GRID}>
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
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {t('form.dotfiles.order')}
      </Typography>
    </>
  );
}
