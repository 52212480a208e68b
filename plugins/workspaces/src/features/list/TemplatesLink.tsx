import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { useTranslation } from '../../hooks';
import { templatesRouteRef } from '../../routes';

/** Leads to what workspaces are created from. */
export function TemplatesLink() {
  const { t } = useTranslation();
  const path = useRouteRef(templatesRouteRef);
  return (
    <Button component={Link} to={path()}>
      {t('list.templates')}
    </Button>
  );
}
