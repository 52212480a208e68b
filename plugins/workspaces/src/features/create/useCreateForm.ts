import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { zodResolver } from '@hookform/resolvers/zod';
import type { Me, TeamMembership } from '@butler-portal/plugin-butler-common';
import { useForm, useWatch } from 'react-hook-form';
import type { Resolver } from 'react-hook-form';
import { readFormDraft, useFormDraft } from '../../hooks/useFormDraft';
import { createDraftKey, draftSchema, storable } from './draft/draft';
import type { Draft } from './draft/draft';
import { formSchema } from './form/schema';
import { startValues } from './form/startValues';
import type { CreateValues } from './form/values';
import { NOTHING_PROPOSED } from './proposal/repropose';
import { useLinkedRepositories } from './proposal/useLinkedRepositories';
import { useProposal } from './proposal/useProposal';
import type { Attempt } from './submit/attempt';
import { useTemplateChoice } from './templates/useTemplateChoice';
import { useKnowledge } from './useKnowledge';
import { useClusterRecheck } from './basics/useClusterRecheck';
import { useLastCluster } from './useLastCluster';
import { useTeamData } from './useTeamData';
import { useWizard } from './wizard/useWizard';

/**
 * The form of the wizard: restored from its draft, checked against what is known of the team, filled in
 * with proposals, and kept as a draft again.
 *
 * @param teams - in which the person may create; at least one
 */
export function useCreateForm(me: Me, teams: readonly TeamMembership[]) {
  const key = createDraftKey(me.email);
  const [restored] = useState(() => readFormDraft(key, draftSchema));
  const tried = useRef<Attempt | undefined>(restored?.attempt);
  const lastAttempt = useCallback(() => tried.current, []);
  const choice = useTemplateChoice(restored);

  // What is valid depends on what is known of the team that stands in the form.
  const resolver = useRef<Resolver<CreateValues>>();
  const form = useForm<CreateValues>({
    mode: 'onTouched',
    // The field may be on another step: the wizard leads there.
    shouldFocusError: false,
    defaultValues: startValues(
      teams,
      restored?.values,
      choice.chosen || choice.source,
    ),
    resolver: (...input) =>
      resolver.current?.(...input) ?? { values: input[0], errors: {} },
  });
  const team = useWatch({ control: form.control, name: 'team' });
  const data = useTeamData(team, choice.chosen, choice.source);
  const clusters = data.known?.clusters;
  const knowledge = useKnowledge(clusters, lastAttempt);
  useEffect(() => {
    resolver.current = zodResolver(formSchema(knowledge));
  }, [knowledge]);
  const wizard = useWizard(form, restored?.visited);
  useClusterRecheck(form, clusters, wizard.checked);

  const { isTaken } = knowledge;
  const proposal = useProposal({
    form,
    initial: restored?.proposal ?? NOTHING_PROPOSED,
    known: data.known,
    lastCluster: useLastCluster(team, me.email),
    linkedRepositories: useLinkedRepositories(),
    checked: wizard.checked,
    email: me.email,
    isTaken: useCallback(
      (name: string) => isTaken(team, name),
      [isTaken, team],
    ),
  });
  const { chosen, source } = choice;
  const { current } = proposal;
  const { visited } = wizard;
  const draft = useFormDraft(
    key,
    form,
    useCallback(
      (values: CreateValues): Draft => ({
        values: storable(values),
        proposal: current(),
        template: chosen,
        source,
        visited: [...visited],
        attempt: tried.current,
      }),
      [current, chosen, source, visited],
    ),
  );
  const attempt = useMemo(
    () => ({
      get: lastAttempt,
      set: (next: Attempt) => {
        tried.current = next;
        draft.save();
      },
    }),
    [lastAttempt, draft],
  );
  return { form, data, choice, wizard, draft, attempt, proposal };
}
