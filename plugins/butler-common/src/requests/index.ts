export * from './answers';
export * from './createWorkspace';
export * from './events';
export * from './fields';
export * from './listWorkspaces';
