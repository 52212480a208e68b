export * from './meta';
export * from './names';
export * from './team';
export * from './tenantCluster';
export * from './user';
export * from './workspace';
export * from './workspaceTemplate';
