import { useEffect, useRef } from 'react';
import Button from '@mui/material/Button';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Link as RouterLink, useNavigate, useParams } from 'react-router-dom';
import type { WorkspaceKey } from '../../api';
import {
  EmptyState,
  ErrorPanel,
  Loading,
  PageFrame,
  StaleNotice,
} from '../../components';
import { useConfirmedActions } from '../../components/useConfirmedActions';
import { useMe, useTranslation, useWorkspace } from '../../hooks';
import type { OneWorkspace } from '../../hooks';
import { rootRouteRef } from '../../routes';
import { WorkspaceDetails } from './WorkspaceDetails';

type Live = Pick<OneWorkspace, 'stale' | 'retry'>;

function LoadingDetails({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <PageFrame title={name} back>
      <Loading label={t('details.loading')} heights={[112, 224, 320]} />
    </PageFrame>
  );
}

function Gone({ team, name, live }: WorkspaceKey & { live: Live }) {
  const { t } = useTranslation();
  const list = useRouteRef(rootRouteRef)();
  return (
    <PageFrame title={name}>
      <StaleNotice stale={live.stale} onRetry={live.retry} />
      <EmptyState
        text={t('details.gone.text', { team, name })}
        action={
          <Button variant="contained" component={RouterLink} to={list}>
            {t('components.page.toList')}
          </Button>
        }
      />
    </PageFrame>
  );
}

function DetailsOf({ team, name }: WorkspaceKey) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useRouteRef(rootRouteRef)();
  const { me, error: meError, retry: retryMe } = useMe();
  const { state, workspace, stale, error, retry } = useWorkspace({
    team,
    name,
  });
  const { ask, dialog } = useConfirmedActions(() => navigate(list));

  // Who may do what is as needed as the workspace itself.
  const failure = state === 'error' ? error : meError;
  if (failure && (state === 'error' || !me)) {
    return (
      <PageFrame title={name} back>
        <ErrorPanel
          title={t('details.failed')}
          error={failure}
          onRetry={state === 'error' ? retry : retryMe}
        />
      </PageFrame>
    );
  }
  if (state === 'gone') {
    return <Gone team={team} name={name} live={{ stale, retry }} />;
  }
  if (!workspace || !me) return <LoadingDetails name={name} />;
  return (
    <>
      <WorkspaceDetails
        // A namesake that was created since is another workspace.
        key={workspace.metadata.uid}
        workspace={workspace}
        me={me}
        live={{ stale, retry }}
        onAsk={ask}
      />
      {dialog}
    </>
  );
}

/** `/chambers/:team/:name`: one workspace, live. */
export function DetailsPage() {
  const { team = '', name = '' } = useParams();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever comes from the end of the form wants to see the progress, not the same scroll position.
    top.current?.scrollIntoView?.({ block: 'end' });
  }, [team, name]);
  return (
    <>
      <div ref={top} />
      <DetailsOf key={`${team}/${name}`} team={team} name={name} />
    </>
  );
}
