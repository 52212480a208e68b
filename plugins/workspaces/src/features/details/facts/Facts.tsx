import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  teamOf,
  TEMPLATE_ANNOTATION,
} from '@butler-portal/plugin-butler-common';
import type { Me, Workspace } from '@butler-portal/plugin-butler-common';
import { exactTime, RelativeTime } from '../../../components';
import { useLanguage, useTranslation } from '../../../hooks';
import { Panel } from '../../../components/Panel';
import { WORKSPACE_DEFAULTS } from './defaults';
import { durationInWords } from '../../../components/durationInWords';
import { RepositoryFacts } from './RepositoryFacts';

const LIST = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: 'minmax(112px, auto) 1fr' },
  columnGap: 3,
  rowGap: { xs: 0, sm: 1 },
  m: 0,
  typography: 'body2',
} as const;

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <Typography component="dt" variant="body2" color="text.secondary">
        {term}
      </Typography>
      <Box
        component="dd"
        sx={{
          m: 0,
          mb: { xs: 1, sm: 0 },
          minWidth: 0,
          overflowWrap: 'anywhere',
        }}
      >
        {children}
      </Box>
    </>
  );
}

function Created({ time }: { time: string | undefined }) {
  const at = Date.parse(time ?? '');
  if (Number.isNaN(at)) return <>–</>;
  return (
    <>
      {exactTime(at)} (<RelativeTime time={time} />)
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
      <Fact term={t('details.facts.idleTimeout')}>
        {idle
          ? t('details.facts.idleTimeoutValue', { duration: idle })
          : t('details.facts.never')}
      </Fact>
      <Fact term={t('details.facts.autoStop')}>
        {autoStop
          ? t('details.facts.autoStopValue', { duration: autoStop })
          : t('details.facts.never')}
      </Fact>
    </>
  );
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
      <Box component="dl" sx={LIST}>
        <Fact term={t('details.facts.team')}>
          {membership?.displayName || team}
        </Fact>
        <Fact term={t('details.facts.cluster')}>{spec.clusterRef.name}</Fact>
        <Fact term={t('details.facts.owner')}>{spec.owner}</Fact>
        <Fact term={t('details.facts.image')}>
          <code>{spec.image}</code>
        </Fact>
        <Fact term={t('details.facts.repositories')}>
          <RepositoryFacts workspace={workspace} />
        </Fact>
        <Fact term={t('details.facts.resources')}>
          {t('details.facts.resourcesValue', {
            cpu: spec.resources?.cpu ?? WORKSPACE_DEFAULTS.cpu,
            memory: spec.resources?.memory ?? WORKSPACE_DEFAULTS.memory,
          })}
        </Fact>
        <Fact term={t('details.facts.storage')}>
          {String(spec.storageSize ?? WORKSPACE_DEFAULTS.storage)}
        </Fact>
        <Timers workspace={workspace} />
        <Fact term={t('details.facts.created')}>
          <Created time={metadata.creationTimestamp} />
        </Fact>
        {template && <Fact term={t('details.facts.template')}>{template}</Fact>}
      </Box>
    </Panel>
  );
}
