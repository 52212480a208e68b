import { useCallback } from 'react';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { newWorkspace } from '@butler-portal/plugin-butler-common';
import type {
  CreateWorkspaceRequest,
  Me,
} from '@butler-portal/plugin-butler-common';
import { useFormContext, useWatch } from 'react-hook-form';
import { Panel } from '../../../components/Panel';
import { YamlView } from '../../../components/YamlView';
import { useTranslation } from '../../../hooks';
import { toCreateRequest } from '../form/request';
import type { CreateValues } from '../form/values';
import { quotaBars } from '../size/quotaBars';
import { useDurationWords } from '../size/useDurationWords';
import type { Attempt } from '../submit/attempt';
import type { Refuse } from '../submit/refusal';
import type { TeamData } from '../useTeamData';
import type { Wizard } from '../wizard/useWizard';
import { DryRunNotice } from './DryRunNotice';
import { Problems } from './Problems';
import { Summary } from './Summary';
import { summaryOf } from './summaryOf';
import { useDryRun } from './useDryRun';
import { Warnings } from './Warnings';
import { warningsOf } from './warningsOf';

interface ReviewStepProps {
  me: Me;
  data: TeamData;
  wizard: Wizard;
  refuse: Refuse;
  lastAttempt(): Attempt | undefined;
}

/** Everything at a glance: what is wrong, what will hurt, what is sent, and what the API server says. */
export function ReviewStep(props: ReviewStepProps) {
  const { me, data, wizard } = props;
  const { t } = useTranslation();
  const inWords = useDurationWords();
  const { control, getValues } = useFormContext<CreateValues>();
  // A proposed name changes when another workspace takes it.
  useWatch({ control });
  const values = getValues();
  const { team } = values;
  const request = JSON.stringify(toCreateRequest(values, data.templateKey));
  const dryRun = useDryRun(
    team,
    wizard.checked && wizard.problems.length === 0 && data.known
      ? request
      : undefined,
    props,
  );
  const namespace =
    me.teams.find(item => item.team === team)?.namespace ?? team;
  const manifest = useCallback(
    () =>
      newWorkspace(JSON.parse(request) as CreateWorkspaceRequest, me.email, {
        team,
        namespace,
      }),
    [request, me.email, team, namespace],
  );
  const cluster = data.known?.clusters?.find(
    ({ metadata }) => metadata.name === values.cluster,
  );
  const warnings = warningsOf(values, {
    sshKeyCount: me.sshKeyCount,
    bars: cluster ? quotaBars(values, cluster.quota) : [],
    credentials: data.credentials,
  });
  return (
    <Stack spacing={3}>
      <Problems problems={wizard.problems} onShowField={wizard.showField} />
      <DryRunNotice dryRun={dryRun} />
      <Warnings warnings={warnings} onShow={wizard.show} />
      <Panel title={t('create.review.heading')}>
        <Summary
          sections={summaryOf(
            values,
            data.known?.template?.spec.displayName ??
              data.known?.workspace?.metadata.name,
            inWords,
          )}
          onShow={wizard.show}
        />
      </Panel>
      <Panel title={t('create.review.yaml')} hint={t('create.review.yamlHint')}>
        <YamlView
          value={manifest}
          fileName={`${values.name || 'workspace'}.yaml`}
        />
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {t('create.review.kubectl')}
        </Typography>
      </Panel>
    </Stack>
  );
}
