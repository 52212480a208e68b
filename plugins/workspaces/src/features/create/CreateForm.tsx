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
import { BasicsSection } from './basics/BasicsSection';
import { openClusters } from './basics/clusterChoice';
import type { DraftStore } from './draft/draftStore';
import { useSavedDraft } from './draft/useSavedDraft';
import { formSchema } from './form/schema';
import { startValues } from './form/startValues';
import type { CreateValues } from './form/values';
import { NOTHING_PROPOSED } from './proposal/repropose';
import { useProposal } from './proposal/useProposal';
import { RepositoriesSection } from './repositories/RepositoriesSection';
import { ResourcesSection } from './resources/ResourcesSection';
import { SshKeyWarning } from './SshKeyWarning';
import type { Attempt } from './submit/attempt';
import { FailureNotice } from './submit/FailureNotice';
import { SubmitBar } from './submit/SubmitBar';
import { useSubmit } from './submit/useSubmit';
import { TemplateSection } from './templates/TemplateSection';
import { useTemplateChoice } from './templates/useTemplateChoice';
import { useKnowledge } from './useKnowledge';
import { useTeamData } from './useTeamData';

interface CreateFormProps {
  me: Me;
  /** The teams in which the person may create; at least one. */
  teams: readonly TeamMembership[];
  draft: DraftStore;
  onStartOver(): void;
}

/** The form: wires template, proposals, draft and sending to the sections. */
export function CreateForm({ me, teams, draft, onStartOver }: CreateFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const details = useRouteRef(detailsRouteRef);
  const [restored] = useState(() => draft.read());
  const attempt = useRef<Attempt | undefined>(restored?.attempt);
  const lastAttempt = useCallback(() => attempt.current, []);
  const choice = useTemplateChoice(restored?.template);

  // What is valid depends on what is known of the team that stands in the form.
  const resolver = useRef<Resolver<CreateValues>>();
  const form = useForm<CreateValues>({
    mode: 'onTouched',
    defaultValues: startValues(teams, restored?.values),
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

  const { isTaken } = knowledge;
  const proposal = useProposal({
    form,
    initial: restored?.proposal ?? NOTHING_PROPOSED,
    known: data.known,
    email: me.email,
    isTaken: useCallback(
      (name: string) => isTaken(team, name),
      [isTaken, team],
    ),
  });
  const saved = useSavedDraft({
    draft,
    form,
    proposal: proposal.current,
    template: choice.chosen,
    attempt: lastAttempt,
  });
  const { send, submitting, failure } = useSubmit({
    form,
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
    onCreated: created => {
      saved.finish();
      navigate(details({ team: created.team, name: created.name }), {
        replace: true,
      });
    },
  });
  const nothingOpen = clusters && openClusters(clusters).length === 0;

  return (
    <FormProvider {...form}>
      <Stack
        component="form"
        noValidate
        spacing={3}
        onSubmit={event => {
          event.preventDefault();
          if (!nothingOpen) form.handleSubmit(send)(event);
        }}
      >
        <FailureNotice failure={failure} />
        {me.sshKeyCount === 0 && <SshKeyWarning />}
        <TemplateSection templates={data.templates} choice={choice} />
        <BasicsSection teams={teams} clusters={data.clusters} />
        <RepositoriesSection onLeaveUrl={proposal.onLeaveUrl} />
        <ResourcesSection clusters={clusters} />
        <SubmitBar
          submitting={submitting}
          reason={nothingOpen ? t('create.cluster.noneOpen') : undefined}
          onStartOver={() => {
            saved.finish();
            onStartOver();
          }}
        />
      </Stack>
    </FormProvider>
  );
}
