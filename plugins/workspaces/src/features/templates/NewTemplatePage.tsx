import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Me } from '@butler-portal/plugin-butler-common';
import { useSearchParams } from 'react-router-dom';
import { butlerApiRef } from '../../api';
import { parseTemplateKey } from '../../components/templates';
import { useTranslation, useWorkspaces } from '../../hooks';
import { useLoaded } from '../../hooks/useLoaded';
import { newDraftKey, newDraftSchema } from './editor/drafts';
import { NewTemplate } from './editor/NewTemplate';
import { startOf, workspaceOf } from './editor/startOf';
import { MayNotWrite } from './MayNotWrite';
import { writableTeams } from './place';
import { templateAt } from './templateAt';
import { usePlace } from './usePlace';
import { FailedPage, LoadingPage, WithMe } from './WithMe';

function StartOfNew({ me }: { me: Me }) {
  const { t } = useTranslation();
  const api = useApi(butlerApiRef);
  const [params] = useSearchParams();
  const live = useWorkspaces();
  const from = params.get('from') ?? '';
  const wanted = params.get('workspace');
  const place = usePlace(me, parseTemplateKey(from));
  const template = useLoaded(
    useCallback(() => templateAt(api, place), [api, place]),
  );
  const title = t('templates.new');
  const source = from || wanted || '';
  if (writableTeams(me).length === 0) {
    return (
      <MayNotWrite
        title={title}
        draftKey={newDraftKey(me.email, source)}
        draftSchema={newDraftSchema}
      />
    );
  }
  if (template.state === 'failed') {
    const { error, retry } = template;
    return <FailedPage title={title} error={error} onRetry={retry} />;
  }
  if (wanted && live.status === 'error' && live.error) {
    const { error, retry } = live;
    return <FailedPage title={title} error={error} onRetry={retry} />;
  }
  if (template.state === 'loading' || (wanted && live.status !== 'ready')) {
    return <LoadingPage title={title} />;
  }
  const workspace = workspaceOf(live.workspaces, wanted);
  return (
    <NewTemplate
      me={me}
      start={startOf(me, {
        team: params.get('team'),
        template: template.value,
        workspace,
        copyOf: original => t('templates.copyOf', { title: original }),
      })}
      source={source}
      missing={Boolean(source && !template.value && !workspace)}
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
