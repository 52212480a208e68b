import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Me } from '@butler-portal/plugin-butler-common';
import { useSearchParams } from 'react-router-dom';
import { butlerApiRef } from '../../api';
import { EmptyState, PageFrame } from '../../components';
import { parseTemplateKey } from '../../components/templates';
import { useTranslation, useWorkspaces } from '../../hooks';
import { useLoaded } from '../../hooks/useLoaded';
import { NewTemplate } from './editor/NewTemplate';
import { startOf, workspaceOf } from './editor/startOf';
import { writableTeams } from './place';
import { usePlace } from './usePlace';
import { FailedPage, LoadingPage, WithMe } from './WithMe';

function StartOfNew({ me }: { me: Me }) {
  const { t } = useTranslation();
  const api = useApi(butlerApiRef);
  const [params] = useSearchParams();
  const { status, workspaces } = useWorkspaces();
  const from = params.get('from') ?? '';
  const place = usePlace(me, parseTemplateKey(from));
  const source = useLoaded(
    useCallback(async () => place && api.getTemplate(place), [api, place]),
  );
  const title = t('templates.new');
  const wanted = params.get('workspace');
  if (writableTeams(me).length === 0) {
    return (
      <PageFrame title={title} back="templates">
        <EmptyState text={t('templates.mayNot')} />
      </PageFrame>
    );
  }
  if (source.state === 'failed') {
    return (
      <FailedPage title={title} error={source.error} onRetry={source.retry} />
    );
  }
  if (source.state === 'loading' || (wanted && status === 'loading')) {
    return <LoadingPage title={title} />;
  }
  return (
    <NewTemplate
      me={me}
      start={startOf(me, {
        team: params.get('team'),
        template: source.value,
        workspace: workspaceOf(workspaces, wanted),
        copyOf: original => t('templates.copyOf', { title: original }),
      })}
      source={from || wanted || ''}
    />
  );
}

/** `/chambers/new-template`: from nothing, from another template or from a workspace. */
export function NewTemplatePage() {
  const { t } = useTranslation();
  return (
    <WithMe title={t('templates.new')}>{me => <StartOfNew me={me} />}</WithMe>
  );
}
