import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { useTranslation } from '../hooks';
import { rootRouteRef } from '../routes';
import { EmptyState } from './EmptyState';
import { PageFrame } from './PageFrame';

/** An address that leads nowhere, such as one that was cut short. */
export function NotFoundPage() {
  const { t } = useTranslation();
  const list = useRouteRef(rootRouteRef)();
  return (
    <PageFrame title={t('components.page.notFound')}>
      <EmptyState
        text={t('components.page.notFoundText')}
        action={
          <Button variant="contained" component={Link} to={list}>
            {t('components.page.toList')}
          </Button>
        }
      />
    </PageFrame>
  );
}
