import type {
  PlatformRole,
  SshKey,
  TenantCluster,
  WorkspaceTemplate,
} from '../resources';
import type {
  ClusterQuota,
  Principal,
  QuotaDemand,
  QuotaName,
  TeamMembership,
} from '../rules';

/** Answer of `GET /me`. Is a {@link Principal}, so that screens can use the rules with it. */
export interface Me extends Principal {
  displayName: string;
  platformRole?: PlatformRole;
  teams: TeamMembership[];
  /** How many SSH keys the profile has; without any, a workspace needs keys of its own. */
  sshKeyCount: number;
}

/** A TenantCluster with what its workspaces use. */
export type ClusterAnswer = TenantCluster & {
  quota: ClusterQuota;
  /** How long a first start usually takes there; absent when too few have been seen. */
  usualStartSeconds?: number;
};

/** Answer of `GET /teams/:team/clusters`: clusters that take workspaces first. */
export interface ClusterList {
  items: ClusterAnswer[];
}

/**
 * Answer of `GET /teams/:team/templates` (the cluster's templates and the team's own) and of
 * `GET /templates` (the cluster's).
 */
export interface TemplateList {
  items: WorkspaceTemplate[];
}

/** Answer of a GET for one template. */
export interface TemplateDetails extends WorkspaceTemplate {
  /** Workspaces that were created from it, of those that the caller may see. */
  usedBy: {
    totalItems: number;
    /** The first of them. */
    items: { team: string; name: string; owner: string }[];
  };
}

/** The types of Secrets that hold a Git credential (contract, section 2). */
export const GIT_CREDENTIAL_TYPES = [
  'kubernetes.io/ssh-auth',
  'kubernetes.io/basic-auth',
] as const;

/** Answer of `GET /teams/:team/git-credentials`: what can stand in `secretRef`. */
export interface GitCredentialList {
  items: { name: string; type: (typeof GIT_CREDENTIAL_TYPES)[number] }[];
}

/** An image that the Portal proposes. */
export interface CatalogImage {
  /** Title for people. */
  name: string;
  /** Reference. */
  image: string;
  description?: string;
  /** As the icon of a template. */
  icon?: string;
}

/** Answer of `GET /images`. */
export interface ImageList {
  items: CatalogImage[];
}

/** Answer of `GET /me/ssh-keys`; `POST` answers with one of them. */
export interface SshKeyList {
  items: SshKey[];
}

/** Why a cluster has no room, as `error.quota` of a 409. */
export interface QuotaRefusal {
  cluster: string;
  /** What there is too little of. */
  exceeded: QuotaName[];
  asked: QuotaDemand;
  used: QuotaDemand;
  /** What is unlimited is not in it. */
  left: Partial<QuotaDemand>;
  /** The caller's own workspaces on the cluster that give CPU and memory back when stopped. */
  stoppable: { team: string; name: string; cpu: string; memory: string }[];
}

/** One field that was refused. */
export interface FieldError {
  /** As Kubernetes writes it, such as `spec.repositories[0].url`. */
  path: string;
  message: string;
}

/** Backstage's error body, with Butler's additions under `error`. */
export interface ErrorBody {
  error: {
    name: string;
    message: string;
    fields?: FieldError[];
    quota?: QuotaRefusal;
  };
  /** What was asked, as Backstage says it back. */
  request?: { method: string; url: string };
  response?: { statusCode: number };
}
