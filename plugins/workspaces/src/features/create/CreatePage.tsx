import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@mui/material/Button';
import { mayDoInTeam } from '@butler-portal/plugin-butler-common';
import type { Me } from '@butler-portal/plugin-butler-common';
import { Link, useNavigate } from 'react-router-dom';
import { EmptyState, ErrorPanel, Loading, PageFrame } from '../../components';
import { BottomBarSpace } from '../../components/BottomBar';
import { useFreshStart, useMe, useTranslation } from '../../hooks';
import { rootRouteRef } from '../../routes';
import { CreateForm } from './CreateForm';

interface FormOfProps {
  me: Me;
  onStartOver(): void;
}

function FormOf({ me, onStartOver }: FormOfProps) {
  const { t } = useTranslation();
  const list = useRouteRef(rootRouteRef)();
  const teams = me.teams.filter(({ team }) =>
    mayDoInTeam(me, 'workspace.create', team),
  );
  if (teams.length === 0) {
    const text = me.teams.length === 0 ? 'none' : 'viewer';
    return (
      <EmptyState
        text={t(`create.noTeam.${text}`)}
        action={
          <Button variant="outlined" component={Link} to={list}>
            {t('components.page.toList')}
          </Button>
        }
      />
    );
  }
  return <CreateForm me={me} teams={teams} onStartOver={onStartOver} />;
}

/** `/chambers/create`: the form, or why there is none. */
export function CreatePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { me, error, retry } = useMe();
  const [round, startAfresh] = useFreshStart();
  const startOver = () => {
    navigate({ search: '' }, { replace: true });
    startAfresh();
  };
  return (
    <PageFrame key={round} title={t('create.title')} back>
      {me && <FormOf me={me} onStartOver={startOver} />}
      {!me && error && (
        <ErrorPanel
          title={t('create.failed.page')}
          error={error}
          onRetry={retry}
        />
      )}
      {!me && !error && (
        <Loading label={t('create.loading')} heights={[280, 240, 120, 200]} />
      )}
      <BottomBarSpace />
    </PageFrame>
  );
}
