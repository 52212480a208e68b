/** What Butler takes where a workspace does not say (contract, section 1). */
export const WORKSPACE_DEFAULTS = {
  cpu: '2',
  memory: '4Gi',
  storage: '10Gi',
  idleTimeout: '4h',
  autoStopAfter: '8h',
  branch: 'main',
} as const;
