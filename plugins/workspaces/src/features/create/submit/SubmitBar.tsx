import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Link as RouterLink } from 'react-router-dom';
import { ActionButton } from '../../../components';
import { useTranslation } from '../../../hooks';
import { rootRouteRef } from '../../../routes';

const BAR = {
  position: { xs: 'sticky', sm: 'static' },
  bottom: 0,
  zIndex: 1,
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  py: { xs: 1, sm: 0 },
  bgcolor: { xs: 'background.paper', sm: 'transparent' },
} as const;

/** The form's buttons; on a phone they stay at the bottom of the screen. */
export function SubmitBar({
  submitting,
  reason,
  onStartOver,
}: {
  submitting: boolean;
  /** Why nothing can be created now. */
  reason?: string;
  onStartOver(): void;
}) {
  const { t } = useTranslation();
  const list = useRouteRef(rootRouteRef)();
  return (
    <Paper elevation={0} square sx={BAR}>
      <ActionButton
        type="submit"
        variant="contained"
        pending={submitting}
        reason={reason}
      >
        {t('create.submit')}
      </ActionButton>
      <Button component={RouterLink} to={list}>
        {t('create.cancel')}
      </Button>
      <Button color="inherit" onClick={onStartOver} sx={{ ml: 'auto' }}>
        {t('create.startOver')}
      </Button>
    </Paper>
  );
}
