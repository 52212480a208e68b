import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useTranslation } from '../hooks';
import { focusWhenShown } from './focusWhenShown';

/** What the confirming dialogs take. The focus goes back to where it came from when they close. */
export interface ConfirmProps {
  /** The workspace's name. */
  name: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks for the name before a workspace is deleted, and names what is lost. */
export function DeleteDialog({ name, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const matches = typed.trim() === name;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (matches) onConfirm();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-loss`}
    >
      <form onSubmit={submit}>
        <DialogTitle id={`${id}-title`}>
          {t('components.delete.title', { name })}
        </DialogTitle>
        <DialogContent>
          <DialogContentText id={`${id}-loss`} sx={{ mb: 2 }}>
            {t('components.delete.body')}
          </DialogContentText>
          <TextField
            label={t('components.delete.label', { name })}
            value={typed}
            onChange={event => setTyped(event.target.value)}
            inputRef={focusWhenShown}
            fullWidth
            autoComplete="off"
            inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('components.action.cancel')}</Button>
          <Button
            type="submit"
            color="error"
            variant="contained"
            disabled={!matches}
          >
            {t('components.action.delete')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
