export type { FailedAction } from './ActionTracker';
export { useEditors } from './useEditors';
export type { Editor } from './useEditors';
export {
  ArrivalProvider,
  useFreshStart,
  useHeadingFocus,
} from './useHeadingFocus';
export { useMe } from './useMe';
export { useNow } from './useNow';
export { useWorkspace } from './useWorkspace';
export type { OneWorkspace } from './useWorkspace';
export { useWorkspaceAction } from './useWorkspaceAction';
export type { WorkspaceActions } from './useWorkspaceAction';
export { useWorkspaces } from './useWorkspaces';
export { useErrorText } from './useErrorText';
export { useLanguage } from './useLanguage';
export { useTranslation } from './useTranslation';
export { useDocumentTitle } from './useDocumentTitle';
