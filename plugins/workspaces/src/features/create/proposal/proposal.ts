import { FALLBACK_IMAGE } from '@butler-portal/plugin-butler-common';
import type { WorkspaceTemplate } from '@butler-portal/plugin-butler-common';
import { openClusters } from '../basics/clusterChoice';
import type { ClusterChoice } from '../basics/clusterChoice';
import { repositoryValuesOf } from '../form/values';
import type { CreateValues } from '../form/values';
import { DEFAULT_SIZE } from '../resources/presets';
import { proposeName } from './proposeName';

/** The fields that are filled in for the person: all but the team. */
export type Proposal = Omit<CreateValues, 'team'>;

/** What a proposal is made from. */
export interface ProposalSources {
  template?: WorkspaceTemplate;
  /** The clusters of the team; empty while they are loading. */
  clusters: readonly ClusterChoice[];
  /** The cluster that stands in the form. */
  cluster: string;
  /** URL of the first repository in the form, which may be the person's own. */
  repositoryUrl?: string;
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

/** What the form would hold if the person typed nothing. */
export function propose(sources: ProposalSources): Proposal {
  const { template, repositoryUrl, email, isTaken } = sources;
  const body = template?.spec.template;
  const open = openClusters(sources.clusters);
  const repositories = body ? repositoryValuesOf(body) : [];
  return {
    name: proposeName({
      template: template?.metadata.name,
      // A template stands for its repositories: its name says more than the first of them.
      repositoryUrl: template ? undefined : repositoryUrl,
      email,
      isTaken,
    }),
    cluster: open.length === 1 ? open[0].metadata.name : '',
    image: proposeImage(sources),
    repositories,
    cpu: body?.resources?.cpu ?? DEFAULT_SIZE.cpu,
    memory: body?.resources?.memory ?? DEFAULT_SIZE.memory,
    storage: String(body?.storageSize ?? DEFAULT_SIZE.storage),
  };
}
