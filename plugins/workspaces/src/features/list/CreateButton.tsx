import { useRouteRef } from '@backstage/core-plugin-api';
import Add from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { useTranslation } from '../../hooks';
import { createWorkspaceRouteRef } from '../../routes';

/** The list's primary action. */
export function CreateButton() {
  const { t } = useTranslation();
  const path = useRouteRef(createWorkspaceRouteRef);
  return (
    <Button
      component={Link}
      to={path()}
      variant="contained"
      startIcon={<Add />}
      sx={{ whiteSpace: 'nowrap' }}
    >
      {t('list.create')}
    </Button>
  );
}
