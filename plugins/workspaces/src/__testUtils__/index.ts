export { FakeButlerApi, FakeWorkspaceStore } from './FakeButlerApi';
export { aMe, aTemplate, aWorkspace, OWNER } from './fixtures';
export type { WorkspaceWishes } from './fixtures';
export { inGerman } from './inGerman';
export { renderChambers } from './renderChambers';
