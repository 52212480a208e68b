import { FALLBACK_IMAGE } from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import {
  DEFAULT_SIZE,
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
  /** A repository that a link asks for, where no template brings its own. */
  linkedRepository?: string;
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

function proposeRepositories(
  { linkedRepository }: ProposalSources,
  fromTemplate: SpecValues['repositories'],
): SpecValues['repositories'] {
  if (!linkedRepository) return fromTemplate;
  if (fromTemplate.some(({ url }) => url === linkedRepository)) {
    return fromTemplate;
  }
  const linked = {
    url: linkedRepository,
    branch: '',
    directory: '',
    credential: '',
  };
  return [linked, ...fromTemplate];
}

/** What the form would hold if the person typed nothing. */
export function propose(sources: ProposalSources): Proposal {
  const { template, repositoryUrl, linkedRepository, email, isTaken } = sources;
  const spec = template ? specValuesOf(template.spec.template) : EMPTY_SPEC;
  return {
    ...spec,
    name: proposeName({
      template: template?.metadata.name,
      // A template stands for its repositories: its name says more than the first of them.
      repositoryUrl: template
        ? linkedRepository
        : repositoryUrl || linkedRepository,
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
