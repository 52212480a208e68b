import { z } from 'zod';
import { WORKSPACE_PHASES } from '../resources';
import type { Workspace } from '../resources';
import { dnsLabelSchema } from './fields';

const MAX_PAGE = 500;

/** Query of `GET /workspaces`. */
export const listWorkspacesSchema = z.strictObject({
  team: dnsLabelSchema.optional(),
  cluster: dnsLabelSchema.optional(),
  owner: z.string().max(320).optional(),
  phase: z.enum(WORKSPACE_PHASES).optional(),
  /** Part of the name, image, cluster or owner. */
  q: z.string().max(200).optional(),
  /** `true`: only the caller's own. */
  mine: z.enum(['true', 'false']).optional(),
  sort: z.enum(['name', '-name', 'created', '-created']).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).optional(),
  cursor: z.string().max(500).optional(),
});

/** What {@link listWorkspacesSchema} takes, parsed. */
export type ListWorkspacesQuery = z.infer<typeof listWorkspacesSchema>;

/** Answer of `GET /workspaces`. */
export interface WorkspaceList {
  items: Workspace[];
  /** Before paging, after filtering. */
  totalItems: number;
  nextCursor?: string;
}
