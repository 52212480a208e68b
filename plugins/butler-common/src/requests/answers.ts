import type {
  PlatformRole,
  TenantCluster,
  WorkspaceTemplate,
} from '../resources';
import type { ClusterQuota, Principal, TeamMembership } from '../rules';

/** Answer of `GET /me`. Is a {@link Principal}, so that screens can use the rules with it. */
export interface Me extends Principal {
  displayName: string;
  platformRole?: PlatformRole;
  teams: TeamMembership[];
  /** How many SSH keys the profile has; without any, a workspace needs keys of its own. */
  sshKeyCount: number;
}

/** Answer of `GET /teams/:team/clusters`: clusters that take workspaces first. */
export interface ClusterList {
  items: (TenantCluster & { quota: ClusterQuota })[];
}

/** Answer of `GET /teams/:team/templates`: the cluster's templates and the team's own. */
export interface TemplateList {
  items: WorkspaceTemplate[];
}

/** Answer of `GET /teams/:team/workspaces/:name/connection`. */
export interface Connection {
  host: string;
  port: number;
  user: string;
  sshCommand: string;
  editors: { id: 'vscode'; url: string }[];
}

/** One field that was refused. */
export interface FieldError {
  /** As Kubernetes writes it, such as `spec.repositories[0].url`. */
  path: string;
  message: string;
}

/** Backstage's error body, with Butler's additions under `error`. */
export interface ErrorBody {
  error: { name: string; message: string; fields?: FieldError[] };
  response?: { statusCode: number };
}
