import type {
  Action,
  TeamMembership,
  TenantCluster,
  Workspace,
  WorkspaceTemplate,
} from '@butler-portal/plugin-butler-common';
import type { z } from 'zod';
import type { ButlerCache } from '../cache/ButlerCache';
import type { Caller } from './Caller';
import type { PolicyView } from './policy/Policy';

/** What a requirement decides on. */
export interface AccessRequest<Params> {
  caller: Caller;
  params: Params;
  cache: ButlerCache;
  /** What the policy says to the caller about the requirement's action. */
  policy: PolicyView;
}

/**
 * What a route asks for before its handler runs: the parameters of its path and the right to its
 * action. What it grants is what the handler gets.
 */
export interface Requirement<Params, Granted> {
  action: Action;
  params: z.ZodType<Params>;
  /** Throws when Butler's rules or Backstage's policy say no. */
  grant(request: AccessRequest<Params>): Granted;
}

/** The team that a route is about. */
export interface TeamGrant {
  membership: TeamMembership;
}

/** The workspace that a route is about, as the cache has it, with the label of its team. */
export interface WorkspaceGrant extends TeamGrant {
  workspace: Workspace;
}

/** The template that a route is about, as the cache has it. */
export interface TemplateGrant {
  template: WorkspaceTemplate;
  /**
   * Throws where the policy would not leave the template to the caller with this content. A change has
   * to be allowed on what there is and on what it makes of it, as Kubernetes' admission is given
   * `oldObject` and `object` (ValidatingAdmissionPolicy): else a condition could be edited away.
   */
  assertAllows(content: WorkspaceTemplate): void;
}

/** The team's cluster that a route is about, as the cache has it. */
export interface ClusterGrant extends TeamGrant {
  cluster: TenantCluster;
}
