import { ErrorPanel, Loading, PageFrame, StaleNotice } from '../../components';
import { useMe, useTranslation, useWorkspaces } from '../../hooks';
import { mayCreateSomewhere } from './audience';
import { CreateButton } from './CreateButton';
import { NoTeam } from './EmptyList';
import { TemplatesLink } from './TemplatesLink';
import { WorkspaceList } from './WorkspaceList';

// The toolbar and some rows.
const LIST_SHAPE = [40, 44, 44, 44, 44, 44, 44];

/** The front page of Chambers: what have I got, what is it doing, what can I do next. */
export function ListPage() {
  const { t } = useTranslation();
  const { me } = useMe();
  const { status, workspaces, stale, retry } = useWorkspaces();
  // An empty list has the button in its middle, and one is enough.
  const empty = status === 'ready' && workspaces.length === 0;
  const creates = me && mayCreateSomewhere(me) && !empty;
  return (
    <PageFrame
      title={t('list.title')}
      actions={
        <>
          {me && me.teams.length > 0 && <TemplatesLink />}
          {creates && <CreateButton />}
        </>
      }
    >
      <StaleNotice stale={stale} onRetry={retry} />
      <ListContent />
    </PageFrame>
  );
}

function ListContent() {
  const { t } = useTranslation();
  const { me, error: meError, retry: retryMe } = useMe();
  const { status, workspaces, error, retry } = useWorkspaces();
  if (status === 'error' && error) {
    const title =
      error.status === 403 ? 'list.error.forbidden' : 'list.error.list';
    return <ErrorPanel title={t(title)} error={error} onRetry={retry} />;
  }
  if (!me && meError) {
    return (
      <ErrorPanel
        title={t('list.error.me')}
        error={meError}
        onRetry={retryMe}
      />
    );
  }
  if (me && me.teams.length === 0) {
    return <NoTeam email={me.email} onRetry={retryMe} />;
  }
  if (!me || status === 'loading') {
    return <Loading label={t('list.loading')} heights={LIST_SHAPE} />;
  }
  return <WorkspaceList me={me} workspaces={workspaces} />;
}
