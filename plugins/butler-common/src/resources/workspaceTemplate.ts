import { KubeObject } from './meta';
import {
  WorkspaceDotfiles,
  WorkspaceEnvFrom,
  WorkspaceRepository,
  WorkspaceResources,
} from './workspace';

/** Every category that a template can be in, in the order in which screens show them. */
export const TEMPLATE_CATEGORIES = [
  'backend',
  'frontend',
  'data',
  'devops',
  'custom',
] as const;

/** What a template is for; screens group by it. */
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];

/** What a workspace that is created from the template starts with. */
export interface WorkspaceTemplateBody {
  image: string;
  /** Deprecated single repository: read, never written. */
  repository?: WorkspaceRepository;
  repositories?: WorkspaceRepository[];
  envFrom?: WorkspaceEnvFrom;
  dotfiles?: WorkspaceDotfiles;
  resources?: WorkspaceResources;
  storageSize?: string | number;
}

/** What a workspace can be created from. Data only: no controller acts on it. */
export interface WorkspaceTemplate extends KubeObject {
  kind: 'WorkspaceTemplate';
  spec: {
    displayName: string;
    description?: string;
    /** A Material icon name or an https URL. Untrusted text. */
    icon?: string;
    category?: TemplateCategory;
    /** `cluster`: in the system namespace, for every team. `team`: in the team's namespace. */
    scope?: 'cluster' | 'team';
    template: WorkspaceTemplateBody;
  };
}

/** The category; `custom` where the object does not say (contract, section 1). */
export function categoryOf(template: WorkspaceTemplate): TemplateCategory {
  return template.spec.category ?? 'custom';
}
