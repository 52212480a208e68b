import { FALLBACK_IMAGE } from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import {
  DEFAULT_SIZE,
  EMPTY_REPOSITORY,
  EMPTY_SPEC,
  specValuesOf,
} from '../../../components/specForm';
import type { SpecValues } from '../../../components/specForm';
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
  /** The clusters of the team; empty while they are loading. */
  clusters: readonly ClusterChoice[];
  /** The cluster that stands in the form. */
  cluster: string;
  /** The cluster of the person's newest workspace in the team. */
  lastCluster?: string;
  /** URL of the first repository in the form, which may be the person's own. */
  repositoryUrl?: string;
  /** URLs of the repositories that a link asks for, before those that the template brings. */
  linkedRepositories?: readonly string[];
  email: string;
  isTaken(name: string): boolean;
}

function proposeImage({
  template,
  clusters,
  cluster,
}: ProposalSources): string {
  const chosen = clusters.find(({ metadata }) => metadata.name === cluster);
  return (
    template?.spec.template.image ??
    chosen?.spec.workspaces?.defaultImage ??
    FALLBACK_IMAGE
  );
}

// The last one used, where it still takes workspaces; else the first that does.
function proposeCluster({ clusters, lastCluster }: ProposalSources): string {
  const open = openClusters(clusters).map(({ metadata }) => metadata.name);
  const last = open.find(name => name === lastCluster);
  return last ?? open[0] ?? '';
}

/** A line for each of the URLs that none of the other lines has. */
export function linesFor(
  urls: readonly string[],
  others: SpecValues['repositories'],
): SpecValues['repositories'] {
  return [...new Set(urls)]
    .filter(url => others.every(other => other.url !== url))
    .map(url => ({ ...EMPTY_REPOSITORY, url }));
}

function proposeRepositories(
  { linkedRepositories = [] }: ProposalSources,
  fromTemplate: SpecValues['repositories'],
): SpecValues['repositories'] {
  return [...linesFor(linkedRepositories, fromTemplate), ...fromTemplate];
}

/** What the form would hold if the person typed nothing. */
export function propose(sources: ProposalSources): Proposal {
  const { template, repositoryUrl, email, isTaken } = sources;
  const linked = sources.linkedRepositories?.[0];
  const spec = template ? specValuesOf(template.spec.template) : EMPTY_SPEC;
  return {
    ...spec,
    name: proposeName({
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
