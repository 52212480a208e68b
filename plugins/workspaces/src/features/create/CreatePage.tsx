import { useState } from 'react';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { mayDoInTeam } from '@butler-portal/plugin-butler-common';
import type { Me } from '@butler-portal/plugin-butler-common';
import { useNavigate } from 'react-router-dom';
import { EmptyState, ErrorPanel, PageFrame } from '../../components';
import { BottomBarSpace } from '../../components/BottomBar';
import { useMe, useTranslation } from '../../hooks';
import { CreateForm } from './CreateForm';

function LoadingForm() {
  const { t } = useTranslation();
  return (
    <Stack spacing={3} role="status" aria-label={t('create.loading')}>
      {[280, 240, 120, 200].map(height => (
        <Skeleton key={height} variant="rounded" height={height} />
      ))}
    </Stack>
  );
}

function FormOf({ me }: { me: Me }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [round, setRound] = useState(0);
  const teams = me.teams.filter(({ team }) =>
    mayDoInTeam(me, 'workspace.create', team),
  );
  if (teams.length === 0) {
    const text = me.teams.length === 0 ? 'none' : 'viewer';
    return <EmptyState text={t(`create.noTeam.${text}`)} />;
  }
  return (
    <CreateForm
      key={round}
      me={me}
      teams={teams}
      onStartOver={() => {
        navigate({ search: '' }, { replace: true });
        setRound(round + 1);
      }}
    />
  );
}

/** `/chambers/create`: the form, or why there is none. */
export function CreatePage() {
  const { t } = useTranslation();
  const { me, error, retry } = useMe();
  return (
    <PageFrame title={t('create.title')} back>
      {me && <FormOf me={me} />}
      {!me && error && (
        <ErrorPanel
          title={t('create.failed.page')}
          error={error}
          onRetry={retry}
        />
      )}
      {!me && !error && <LoadingForm />}
      <BottomBarSpace />
    </PageFrame>
  );
}
