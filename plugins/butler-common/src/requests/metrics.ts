/** What a workspace may use of something and what it does, as Kubernetes writes quantities. */
export interface ResourceMetrics {
  requested?: string;
  limit?: string;
  /** Missing where the tenant cluster measures nothing, or not yet. */
  used?: string;
}

/** Answer of `GET /teams/:team/workspaces/:name/metrics`. */
export interface WorkspaceMetrics {
  /** Missing while there is no pod, as are memory, `startedAt` and `restarts`. */
  cpu?: ResourceMetrics;
  memory?: ResourceMetrics;
  /** Missing while there is no volume. */
  storage?: { requested?: string; capacity?: string };
  /** RFC 3339: since when the container runs. */
  startedAt?: string;
  uptimeSeconds?: number;
  restarts?: number;
  /** When `used` was measured, RFC 3339. */
  measuredAt?: string;
}
