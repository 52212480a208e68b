export { knownToButler, ownKey, ownKeys } from './personal';
export { inTeam, onCluster } from './teams';
export { inSystem, onClusterTemplate, onTemplate } from './templates';
export { onWorkspace } from './workspaces';
