import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useTranslation } from '../hooks';
import { focusWhenShown } from './focusWhenShown';

/** What {@link TypedNameDialog} takes. */
export interface TypedNameDialogProps {
  /** What has to be typed. */
  name: string;
  title: string;
  /** Names what is lost. */
  body: ReactNode;
  /** It is being deleted: nothing can be done but wait. */
  pending?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks for a name before something is deleted. The focus goes back to where it came from. */
export function TypedNameDialog(props: TypedNameDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const { name, pending = false } = props;
  const [typed, setTyped] = useState('');
  const ready = typed.trim() === name && !pending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) props.onConfirm();
  };
  return (
    <Dialog
      open
      onClose={pending ? undefined : props.onClose}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-loss`}
    >
      <form onSubmit={submit}>
        <DialogTitle id={`${id}-title`}>{props.title}</DialogTitle>
        <DialogContent>
          <DialogContentText id={`${id}-loss`} component="div" sx={{ mb: 2 }}>
            {props.body}
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
          <Button onClick={props.onClose} disabled={pending}>
            {t('components.action.cancel')}
          </Button>
          <Button
            type="submit"
            color="error"
            variant="contained"
            disabled={!ready}
            aria-busy={pending || undefined}
          >
            {t('components.action.delete')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
