import { FALLBACK_IMAGE } from '@butler-portal/plugin-butler-common';
import type {
  Workspace,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import {
  DEFAULT_SIZE,
  EMPTY_REPOSITORY,
  EMPTY_SPEC,
  specValuesOf,
} from '../../../components/specForm';
import type {
  RepositoryAddress,
  SpecValues,
} from '../../../components/specForm';
import { openClusters } from '../basics/clusterChoice';
import type { ClusterChoice } from '../basics/clusterChoice';
import type { CreateValues } from '../form/values';
import { proposeName } from './proposeName';

/** The fields that are filled in for the person. */
export type Proposal = Pick<
  CreateValues,
  keyof SpecValues | 'name' | 'cluster'
>;

/** What a proposal is made from. */
export interface ProposalSources {
  template?: WorkspaceTemplate;
  /** The workspace to create one like, where there is no template. */
  workspace?: Workspace;
  /** The clusters of the team; empty while they are loading. */
  clusters: readonly ClusterChoice[];
  /** The cluster that stands in the form. */
  cluster: string;
  /** The cluster of the person's newest workspace in the team. */
  lastCluster?: string;
  /** URL of the first repository in the form, which may be the person's own. */
  repositoryUrl?: string;
  /** The repositories that a link asks for, before those that the template brings. */
  linkedRepositories?: readonly RepositoryAddress[];
  email: string;
  isTaken(name: string): boolean;
}

function bodyOf({
  template,
  workspace,
}: ProposalSources): WorkspaceTemplate['spec']['template'] | undefined {
  return template?.spec.template ?? workspace?.spec;
}

function proposeImage(sources: ProposalSources): string {
  const { clusters, cluster } = sources;
  const chosen = clusters.find(({ metadata }) => metadata.name === cluster);
  return (
    bodyOf(sources)?.image ??
    chosen?.spec.workspaces?.defaultImage ??
    FALLBACK_IMAGE
  );
}

// That of the other workspace, or the last one used, where it still takes workspaces; else the first that does.
function proposeCluster(sources: ProposalSources): string {
  const { workspace, template, clusters, lastCluster } = sources;
  const wanted = template ? undefined : workspace?.spec.clusterRef.name;
  const open = openClusters(clusters).map(({ metadata }) => metadata.name);
  const usual = [wanted, lastCluster].find(name => name && open.includes(name));
  return usual ?? open[0] ?? '';
}

/** A line for each of the addresses whose URL none of the other lines has. */
export function linesFor(
  addresses: readonly RepositoryAddress[],
  others: SpecValues['repositories'],
): SpecValues['repositories'] {
  const byUrl = new Map(addresses.map(address => [address.url, address]));
  return [...byUrl.values()]
    .filter(({ url }) => others.every(other => other.url !== url))
    .map(address => ({ ...EMPTY_REPOSITORY, ...address }));
}

function proposeRepositories(
  { linkedRepositories = [] }: ProposalSources,
  fromTemplate: SpecValues['repositories'],
): SpecValues['repositories'] {
  return [...linesFor(linkedRepositories, fromTemplate), ...fromTemplate];
}

/** What the form would hold if the person typed nothing. */
export function propose(sources: ProposalSources): Proposal {
  const { template, workspace, repositoryUrl, email, isTaken } = sources;
  const linked = sources.linkedRepositories?.[0]?.url;
  const body = bodyOf(sources);
  const spec = body ? specValuesOf(body) : EMPTY_SPEC;
  return {
    ...spec,
    name: proposeName({
      workspace: template ? undefined : workspace?.metadata.name,
      template: template?.metadata.name,
      // A template stands for its repositories: its name says more than the first of them.
      repositoryUrl: template ? linked : repositoryUrl || linked,
      email,
      isTaken,
    }),
    cluster: proposeCluster(sources),
    image: proposeImage(sources),
    repositories: proposeRepositories(sources, spec.repositories),
    cpu: spec.cpu || DEFAULT_SIZE.cpu,
    memory: spec.memory || DEFAULT_SIZE.memory,
    storage: spec.storage || DEFAULT_SIZE.storage,
  };
}
