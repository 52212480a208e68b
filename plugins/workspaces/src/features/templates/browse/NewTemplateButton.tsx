import Add from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from 'react-router-dom';
import { useTranslation } from '../../../hooks';
import { newTemplateRouteRef } from '../../../routes';

/** Leads to the form of a new template. */
export function NewTemplateButton({ team }: { team: string | undefined }) {
  const { t } = useTranslation();
  const path = useRouteRef(newTemplateRouteRef)();
  const search = team ? `?${new URLSearchParams({ team })}` : '';
  return (
    <Button
      component={Link}
      to={`${path}${search}`}
      variant="contained"
      startIcon={<Add />}
      sx={{ whiteSpace: 'nowrap' }}
    >
      {t('templates.new')}
    </Button>
  );
}
