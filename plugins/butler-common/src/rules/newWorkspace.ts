import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { CreateWorkspaceRequest } from '../requests';
import {
  BUTLER_API_VERSION,
  CREATED_BY_ANNOTATION,
  MANAGED_BY_LABEL,
  OWNER_LABEL,
  TEAM_LABEL,
  TEMPLATE_ANNOTATION,
  TENANT_LABEL,
} from '../resources';
import type { Workspace } from '../resources';
import { emailKey } from './access';
import type { TeamMembership } from './access';

const MAX_LABEL_LENGTH = 63;

/** The value of the owner label (contract, section 2): an e-mail is no valid label value. */
export function ownerLabel(email: string): string {
  const bytes = utf8ToBytes(emailKey(email));
  return bytesToHex(sha256(bytes)).slice(0, MAX_LABEL_LENGTH);
}

/**
 * The Workspace that a request asks for: what the backend sends, and what the form shows before. Owner,
 * team and labels come from the session, never from the request.
 */
export function newWorkspace(
  { name, template, spec }: CreateWorkspaceRequest,
  owner: string,
  { team, namespace }: Pick<TeamMembership, 'team' | 'namespace'>,
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
      },
    },
    spec: { ...spec, owner },
  };
}
