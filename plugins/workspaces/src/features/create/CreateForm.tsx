import { useCallback } from 'react';
import Stack from '@mui/material/Stack';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Me, TeamMembership } from '@butler-portal/plugin-butler-common';
import { FormProvider } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { detailsRouteRef } from '../../routes';
import { refuseFields, useFieldText } from '../../components/specForm';
import { useTranslation } from '../../hooks';
import { lacksSshKey } from './access/keys/lacksSshKey';
import { openClusters } from './basics/clusterChoice';
import { hasOwnWork } from './proposal/repropose';
import { FailureNotice } from './submit/FailureNotice';
import type { Refuse } from './submit/refusal';
import { WIZARD_FIELDS } from './submit/refusal';
import { useQuickCreate } from './submit/useQuickCreate';
import { useSubmit } from './submit/useSubmit';
import { useCreateForm } from './useCreateForm';
import { StepNav } from './wizard/StepNav';
import { StepView } from './wizard/StepView';
import { neighbour } from './wizard/steps';
import { problemsOf } from './wizard/problems';
import { WizardBar } from './wizard/WizardBar';

interface CreateFormProps {
  me: Me;
  /** The teams in which the person may create; at least one. */
  teams: readonly TeamMembership[];
  onStartOver(): void;
}

/** The wizard: wires the form and its sending to the steps. */
export function CreateForm({ me, teams, onStartOver }: CreateFormProps) {
  const { t } = useTranslation();
  const fieldText = useFieldText();
  const navigate = useNavigate();
  const details = useRouteRef(detailsRouteRef);
  const { form, data, choice, wizard, draft, attempt, proposal } =
    useCreateForm(me, teams);
  const refuse = useCallback<Refuse>(
    error => refuseFields(form, WIZARD_FIELDS, error, fieldText),
    [form, fieldText],
  );
  const { send, submitting, failure } = useSubmit({
    refuse,
    template: data.templateKey,
    attempt,
    onRefused: wizard.showField,
    onNoRoom: () => wizard.show('size'),
    onThere: draft.finish,
    onCreated: created => {
      navigate(details({ team: created.team, name: created.name }), {
        replace: true,
      });
    },
  });
  const clusters = data.known?.clusters;
  const nothingOpen = clusters && openClusters(clusters).length === 0;
  const create = form.handleSubmit(send, errors => {
    const [first] = problemsOf(errors);
    if (first) wizard.showField(first.field);
  });
  const [quick, quickCreate] = useQuickCreate({
    chosen: choice.chosen,
    filledIn: data.filledIn,
    choose: choice.choose,
    create: () => {
      if (nothingOpen) wizard.show('basics');
      // It would fail with SSHKeysRequired (contract, section 3.1): the step says what to do.
      else if (lacksSshKey(form.getValues('keys'), me.sshKeyCount)) {
        wizard.show('access');
      } else create();
    },
  });

  return (
    <FormProvider {...form}>
      <Stack
        component="form"
        noValidate
        spacing={3}
        onSubmit={event => {
          event.preventDefault();
          const next = neighbour(wizard.step, 1);
          if (next) wizard.show(next);
          else if (!nothingOpen) create(event);
        }}
      >
        <FailureNotice failure={failure} />
        <StepNav
          step={wizard.step}
          visited={wizard.visited}
          problems={wizard.problemCount}
          onShow={wizard.show}
        >
          <StepView
            wizard={wizard}
            me={me}
            teams={teams}
            data={data}
            choice={choice}
            quick={{
              underWay: submitting ? choice.chosen : quick,
              create: quickCreate,
            }}
            onRepositoriesChange={proposal.onLeaveUrl}
            refuse={refuse}
            lastAttempt={attempt.get}
          />
        </StepNav>
        <WizardBar
          step={wizard.step}
          submitting={submitting}
          reason={nothingOpen ? t('create.cluster.noneOpen') : undefined}
          onShow={wizard.show}
          hasOwnWork={() => hasOwnWork(form.getValues(), proposal.current())}
          onStartOver={() => {
            draft.finish();
            onStartOver();
          }}
        />
      </Stack>
    </FormProvider>
  );
}
