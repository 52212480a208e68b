import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Me } from '@butler-portal/plugin-butler-common';
import { useSearchParams } from 'react-router-dom';
import { butlerApiRef } from '../../api';
import { ErrorPanel, Loading, PageFrame } from '../../components';
import { useTranslation } from '../../hooks';
import { useLoaded } from '../../hooks/useLoaded';
import { NewTemplateButton } from './browse/NewTemplateButton';
import { TeamSelect } from './browse/TeamSelect';
import { TemplateGrid } from './browse/TemplateGrid';
import { writableTeams } from './place';
import { WithMe } from './WithMe';

function Templates({ me }: { me: Me }) {
  const { t } = useTranslation();
  const api = useApi(butlerApiRef);
  const [params] = useSearchParams();
  const asked = params.get('team');
  const team = (me.teams.find(item => item.team === asked) ?? me.teams[0])
    ?.team;
  const templates = useLoaded(
    useCallback(
      () => api.getTemplates(team).then(({ items }) => items),
      [api, team],
    ),
  );
  const mayWrite = writableTeams(me).length > 0;
  return (
    <PageFrame
      title={t('templates.title')}
      back
      wide
      actions={mayWrite && <NewTemplateButton team={team} />}
    >
      {me.teams.length > 1 && <TeamSelect teams={me.teams} team={team} />}
      {templates.state === 'loading' && (
        <Loading label={t('templates.loading')} heights={[240]} />
      )}
      {templates.state === 'failed' && (
        <ErrorPanel
          title={t('templates.failed.list')}
          error={templates.error}
          onRetry={templates.retry}
        />
      )}
      {templates.state === 'ready' && (
        <TemplateGrid me={me} templates={templates.value} />
      )}
    </PageFrame>
  );
}

/** `/chambers/templates`: what workspaces can be created from. */
export function TemplatesPage() {
  const { t } = useTranslation();
  return (
    <WithMe title={t('templates.title')}>{me => <Templates me={me} />}</WithMe>
  );
}
