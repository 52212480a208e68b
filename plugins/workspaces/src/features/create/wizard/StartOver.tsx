import { useState } from 'react';
import Button from '@mui/material/Button';
import { ConfirmDialog } from '../../../components';
import { useTranslation } from '../../../hooks';

/** Empties the form, after a question where something would be lost. */
export function StartOver({
  hasOwnWork,
  onStartOver,
}: {
  hasOwnWork(): boolean;
  onStartOver(): void;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        color="inherit"
        onClick={() => (hasOwnWork() ? setAsking(true) : onStartOver())}
        sx={{ whiteSpace: 'nowrap', flex: 'none' }}
      >
        {t('create.startOver')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('create.startOverTitle')}
          body={t('create.startOverLoss')}
          action={t('create.startOver')}
          onConfirm={onStartOver}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
