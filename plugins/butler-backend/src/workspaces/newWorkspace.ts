import { createHash } from 'node:crypto';
import {
  BUTLER_API_VERSION,
  CREATED_BY_ANNOTATION,
  MANAGED_BY_LABEL,
  OWNER_LABEL,
  TEAM_LABEL,
  TEMPLATE_ANNOTATION,
  TENANT_LABEL,
} from '@butler-portal/plugin-butler-common';
import type {
  CreateWorkspaceRequest,
  TeamMembership,
  Workspace,
} from '@butler-portal/plugin-butler-common';
import { IDEMPOTENCY_ANNOTATION } from './idempotency';

const MAX_LABEL_LENGTH = 63;

/** The value of the owner label (contract, section 2): an e-mail is no valid label value. */
export function ownerLabel(email: string): string {
  return createHash('sha256')
    .update(email.trim().toLowerCase())
    .digest('hex')
    .slice(0, MAX_LABEL_LENGTH);
}

/** The Workspace that a request asks for. Owner, team and labels come from the session, never from the request. */
export function newWorkspace(
  { name, template, spec }: CreateWorkspaceRequest,
  owner: string,
  { team, namespace }: TeamMembership,
  keyHash?: string,
): Workspace {
  return {
    apiVersion: BUTLER_API_VERSION,
    kind: 'Workspace',
    metadata: {
      name,
      namespace,
      labels: {
        [TEAM_LABEL]: team,
        [TENANT_LABEL]: spec.clusterRef.name,
        [OWNER_LABEL]: ownerLabel(owner),
        [MANAGED_BY_LABEL]: 'butler',
      },
      annotations: {
        [CREATED_BY_ANNOTATION]: owner,
        ...(template && {
          [TEMPLATE_ANNOTATION]: `${template.namespace}/${template.name}`,
        }),
        ...(keyHash && { [IDEMPOTENCY_ANNOTATION]: keyHash }),
      },
    },
    spec: { ...spec, owner },
  };
}
