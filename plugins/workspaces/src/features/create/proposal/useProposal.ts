import { useCallback, useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';
import type {
  Workspace,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import type { RepositoryAddress } from '../../../components/specForm';
import type { ClusterChoice } from '../basics/clusterChoice';
import type { CreateValues } from '../form/values';
import { propose } from './proposal';
import type { Proposal } from './proposal';
import { addLinked, forgetLostCluster, repropose } from './repropose';

/** What the backend has told about the team. */
export interface Known {
  template?: WorkspaceTemplate;
  /** The workspace to create one like. */
  workspace?: Workspace;
  clusters?: readonly ClusterChoice[];
}

interface ProposalInputs {
  form: UseFormReturn<CreateValues>;
  /** What had been proposed before: from a draft, or {@link NOTHING_PROPOSED}. */
  initial: Proposal;
  /**
   * Undefined while templates or clusters are loading: nothing is proposed then. Without `clusters`
   * where they could not be read.
   */
  known?: Known;
  lastCluster?: string;
  linkedRepositories: readonly RepositoryAddress[];
  /** Everything in the form has been checked, so what changes is checked too. */
  checked: boolean;
  email: string;
  isTaken(name: string): boolean;
}

/**
 * Keeps the fields that the person has not edited at what the template, the cluster and the
 * repository propose.
 */
export function useProposal(inputs: ProposalInputs): {
  /** What is proposed now, for the draft. */
  current(): Proposal;
  /** Tells that the person has left the URL of a repository. */
  onLeaveUrl(): void;
} {
  const { form, known, lastCluster, linkedRepositories, checked } = inputs;
  const { email, isTaken } = inputs;
  const before = useRef(inputs.initial);
  const seenLinks = useRef<readonly RepositoryAddress[]>();
  const [repositoryUrl, setRepositoryUrl] = useState(
    () => form.getValues('repositories')[0]?.url,
  );
  const cluster = useWatch({ control: form.control, name: 'cluster' });

  useEffect(() => {
    if (!known) return;
    const { template, workspace, clusters } = known;
    const values = form.getValues();
    const last = clusters
      ? forgetLostCluster(values, before.current, clusters)
      : before.current;
    const now = propose({
      template,
      workspace,
      clusters: clusters ?? [],
      cluster,
      lastCluster,
      repositoryUrl,
      linkedRepositories,
      email,
      isTaken,
    });
    const changes = {
      ...addLinked(values, last, linkedRepositories),
      ...repropose(values, last, now),
    };
    before.current = now;
    (
      Object.entries(changes) as [keyof Proposal, Proposal[keyof Proposal]][]
    ).forEach(([field, value]) =>
      form.setValue(field, value, {
        shouldValidate: checked || form.getFieldState(field).invalid,
      }),
    );
    // Nobody has typed them, so nobody leaves the field that one of them makes invalid.
    if (seenLinks.current !== linkedRepositories) {
      seenLinks.current = linkedRepositories;
      if (linkedRepositories.length > 0) form.trigger('repositories');
    }
  }, [
    form,
    known,
    cluster,
    lastCluster,
    repositoryUrl,
    linkedRepositories,
    checked,
    email,
    isTaken,
  ]);

  const current = useCallback(() => before.current, []);
  const onLeaveUrl = useCallback(
    () => setRepositoryUrl(form.getValues('repositories')[0]?.url),
    [form],
  );
  return { current, onLeaveUrl };
}
