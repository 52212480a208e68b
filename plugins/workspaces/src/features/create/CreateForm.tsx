import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { zodResolver } from '@hookform/resolvers/zod';
import Stack from '@mui/material/Stack';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Me, TeamMembership } from '@butler-portal/plugin-butler-common';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import type { Resolver } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { detailsRouteRef } from '../../routes';
import { useTranslation } from '../../hooks';
import {
  draftKey,
  readFormDraft,
  useFormDraft,
} from '../../hooks/useFormDraft';
import { lacksSshKey } from './access/keys/lacksSshKey';
import { openClusters } from './basics/clusterChoice';
import { draftSchema, storable } from './draft/draft';
import type { Draft } from './draft/draft';
import { formSchema } from './form/schema';
import { startValues } from './form/startValues';
import type { CreateValues } from './form/values';
import { NOTHING_PROPOSED } from './proposal/repropose';
import { useLinkedRepository } from './proposal/useLinkedRepository';
import { useProposal } from './proposal/useProposal';
import type { Attempt } from './submit/attempt';
import { FailureNotice } from './submit/FailureNotice';
import { refuseFields } from './submit/refuseFields';
import { useQuickCreate } from './submit/useQuickCreate';
import { useSubmit } from './submit/useSubmit';
import { useTemplateChoice } from './templates/useTemplateChoice';
import { useKnowledge } from './useKnowledge';
import { useLastCluster } from './useLastCluster';
import { useTeamData } from './useTeamData';
import { StepNav } from './wizard/StepNav';
import { StepView } from './wizard/StepView';
import { neighbour } from './wizard/steps';
import { problemsOf } from './wizard/problems';
import { useWizard } from './wizard/useWizard';
import { WizardBar } from './wizard/WizardBar';

interface CreateFormProps {
  me: Me;
  /** The teams in which the person may create; at least one. */
  teams: readonly TeamMembership[];
  onStartOver(): void;
}

/** The wizard: wires template, proposals, draft and sending to the steps. */
export function CreateForm({ me, teams, onStartOver }: CreateFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const details = useRouteRef(detailsRouteRef);
  const key = draftKey(me.email, 'create');
  const [restored] = useState(() => readFormDraft(key, draftSchema));
  const attempt = useRef<Attempt | undefined>(restored?.attempt);
  const lastAttempt = useCallback(() => attempt.current, []);
  const choice = useTemplateChoice(restored?.template);

  // What is valid depends on what is known of the team that stands in the form.
  const resolver = useRef<Resolver<CreateValues>>();
  const form = useForm<CreateValues>({
    mode: 'onTouched',
    // The field may be on another step: the wizard leads there.
    shouldFocusError: false,
    defaultValues: startValues(teams, restored?.values, choice.chosen),
    resolver: (...input) =>
      resolver.current?.(...input) ?? { values: input[0], errors: {} },
  });
  const team = useWatch({ control: form.control, name: 'team' });
  const data = useTeamData(team, choice.chosen);
  const clusters = data.known?.clusters;
  const knowledge = useKnowledge(clusters, lastAttempt);
  useEffect(() => {
    resolver.current = zodResolver(formSchema(knowledge));
  }, [knowledge]);
  const wizard = useWizard(form, restored?.visited);

  const { isTaken } = knowledge;
  const proposal = useProposal({
    form,
    initial: restored?.proposal ?? NOTHING_PROPOSED,
    known: data.known,
    lastCluster: useLastCluster(team, me.email),
    linkedRepository: useLinkedRepository(),
    email: me.email,
    isTaken: useCallback(
      (name: string) => isTaken(team, name),
      [isTaken, team],
    ),
  });
  const { chosen } = choice;
  const { current } = proposal;
  const { visited } = wizard;
  const saved = useFormDraft(
    key,
    form,
    useCallback(
      (values: CreateValues): Draft => ({
        values: storable(values),
        proposal: current(),
        template: chosen,
        visited: [...visited],
        attempt: attempt.current,
      }),
      [current, chosen, visited],
    ),
  );
  const refuse = useMemo(() => refuseFields(form), [form]);
  const { send, submitting, failure } = useSubmit({
    refuse,
    template: data.templateKey,
    attempt: useMemo(
      () => ({
        get: lastAttempt,
        set: (tried: Attempt) => {
          attempt.current = tried;
          saved.save();
        },
      }),
      [lastAttempt, saved],
    ),
    onRefused: wizard.showField,
    onNoRoom: () => wizard.show('size'),
    onCreated: created => {
      saved.finish();
      navigate(details({ team: created.team, name: created.name }), {
        replace: true,
      });
    },
  });
  const nothingOpen = clusters && openClusters(clusters).length === 0;
  const create = form.handleSubmit(send, errors => {
    const [first] = problemsOf(errors);
    if (first) wizard.showField(first.field);
  });
  const [quick, quickCreate] = useQuickCreate({
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
          />
        </StepNav>
        <WizardBar
          step={wizard.step}
          submitting={submitting}
          reason={nothingOpen ? t('create.cluster.noneOpen') : undefined}
          onShow={wizard.show}
          onStartOver={() => {
            saved.finish();
            onStartOver();
          }}
        />
      </Stack>
    </FormProvider>
  );
}
