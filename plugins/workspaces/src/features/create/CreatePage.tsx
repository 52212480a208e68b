import { mayDoInTeam } from '@butler-portal/plugin-butler-common';
import type { Me } from '@butler-portal/plugin-butler-common';
import { useNavigate } from 'react-router-dom';
import { ErrorPanel, Loading, PageFrame } from '../../components';
import { BottomBarSpace } from '../../components/BottomBar';
import { useFreshStart, useMe, useTranslation } from '../../hooks';
import { CreateForm } from './CreateForm';
import { NoTeam } from './NoTeam';

interface FormOfProps {
  me: Me;
  onStartOver(): void;
}

function FormOf({ me, onStartOver }: FormOfProps) {
  const teams = me.teams.filter(({ team }) =>
    mayDoInTeam(me, 'workspace.create', team),
  );
  if (teams.length === 0) return <NoTeam me={me} />;
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
