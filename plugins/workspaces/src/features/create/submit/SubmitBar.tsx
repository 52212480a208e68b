import Button from '@mui/material/Button';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Link as RouterLink } from 'react-router-dom';
import { ActionButton } from '../../../components';
import { BottomBar } from '../../../components/BottomBar';
import { useTranslation } from '../../../hooks';
import { rootRouteRef } from '../../../routes';

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
    <BottomBar>
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
    </BottomBar>
  );
}
