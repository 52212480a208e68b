import { useRouteRef } from '@backstage/core-plugin-api';
import {
  teamOf,
  TEMPLATE_ANNOTATION,
  WORKSPACE_DEFAULTS,
} from '@butler-portal/plugin-butler-common';
import type { Me, Workspace } from '@butler-portal/plugin-butler-common';
import { exactTime, PageLink, RelativeTime } from '../../../components';
import { parseTemplateKey } from '../../../components/templates';
import { templateRouteRef } from '../../../routes';
import { Definition, DefinitionList } from '../../../components/DefinitionList';
import { useLanguage, useTranslation } from '../../../hooks';
import { Panel } from '../../../components/Panel';
import { durationInWords } from '../../../components/durationInWords';
import { RepositoryFacts } from './RepositoryFacts';

function Created({ time }: { time: string | undefined }) {
  const language = useLanguage();
  const at = Date.parse(time ?? '');
  if (Number.isNaN(at)) return <>–</>;
  return (
    <>
      {exactTime(at, language)} (<RelativeTime time={time} />)
    </>
  );
}

/** The timers, as people say them. */
function Timers({ workspace: { spec } }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const idle = durationInWords(
    spec.idleTimeout ?? WORKSPACE_DEFAULTS.idleTimeout,
    language,
  );
  const autoStop = durationInWords(
    spec.autoStopAfter ?? WORKSPACE_DEFAULTS.autoStopAfter,
    language,
  );
  return (
    <>
      <Definition term={t('details.facts.idleTimeout')}>
        {idle
          ? t('details.facts.idleTimeoutValue', { duration: idle })
          : t('details.facts.never')}
      </Definition>
      <Definition term={t('details.facts.autoStop')}>
        {autoStop
          ? t('details.facts.autoStopValue', { duration: autoStop })
          : t('details.facts.never')}
      </Definition>
    </>
  );
}

/** The template, as a link to its page; what somebody wrote there by hand may be none. */
function TemplateName({ id }: { id: string }) {
  const path = useRouteRef(templateRouteRef);
  const key = parseTemplateKey(id);
  return key ? <PageLink to={path({ ...key })}>{id}</PageLink> : <>{id}</>;
}

/** What the workspace is made of. */
export function Facts({ workspace, me }: { workspace: Workspace; me: Me }) {
  const { t } = useTranslation();
  const { spec, metadata } = workspace;
  const team = teamOf(workspace);
  const membership = me.teams.find(item => item.team === team);
  const template = metadata.annotations?.[TEMPLATE_ANNOTATION];
  return (
    <Panel title={t('details.facts.heading')}>
      <DefinitionList>
        <Definition term={t('details.facts.team')}>
          {membership?.displayName || team}
        </Definition>
        <Definition term={t('details.facts.cluster')}>
          {spec.clusterRef.name}
        </Definition>
        <Definition term={t('details.facts.owner')}>{spec.owner}</Definition>
        <Definition term={t('details.facts.image')}>
          <code>{spec.image}</code>
        </Definition>
        <Definition term={t('details.facts.repositories')}>
          <RepositoryFacts workspace={workspace} />
        </Definition>
        <Definition term={t('details.facts.resources')}>
          {t('details.facts.resourcesValue', {
            cpu: spec.resources?.cpu ?? WORKSPACE_DEFAULTS.cpu,
            memory: spec.resources?.memory ?? WORKSPACE_DEFAULTS.memory,
          })}
        </Definition>
        <Definition term={t('details.facts.storage')}>
          {String(spec.storageSize ?? WORKSPACE_DEFAULTS.storageSize)}
        </Definition>
        <Timers workspace={workspace} />
        <Definition term={t('details.facts.created')}>
          <Created time={metadata.creationTimestamp} />
        </Definition>
        {template && (
          <Definition term={t('details.facts.template')}>
            <TemplateName id={template} />
          </Definition>
        )}
      </DefinitionList>
    </Panel>
  );
}
