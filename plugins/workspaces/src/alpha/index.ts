export { workspacesPlugin as default } from './plugin';
export { workspacesTranslationRef } from '../translation';
