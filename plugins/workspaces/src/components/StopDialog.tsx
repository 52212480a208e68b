import { useId } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslation } from '../hooks';
import type { ConfirmProps } from './DeleteDialog';
import { focusWhenShown } from './focusWhenShown';

/** Names what a stop ends, for a workspace that somebody is connected to. */
export function StopDialog({ name, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-loss`}
    >
      <DialogTitle id={`${id}-title`}>
        {t('components.stop.title', { name })}
      </DialogTitle>
      <DialogContent>
        <DialogContentText id={`${id}-loss`}>
          {t('components.stop.body', { name })}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} ref={focusWhenShown}>
          {t('components.action.cancel')}
        </Button>
        <Button color="error" variant="contained" onClick={onConfirm}>
          {t('components.action.stop')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
