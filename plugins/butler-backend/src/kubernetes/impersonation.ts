import { NotAllowedError } from '@backstage/errors';

/** Who a request to Kubernetes is made for. */
export interface ImpersonatedUser {
  /** E-mail. */
  user: string;
  groups: string[];
}

const EMAIL = /^[^\s@]+@[^\s@]+$/;
const MAX_EMAIL_LENGTH = 320;
const AUTHENTICATED = 'system:authenticated';
const PLATFORM_GROUPS = ['butler:platform-admins', 'butler:platform-viewers'];

/** Whether a header can carry the text; anything else could add headers of its own. */
function isHeaderValue(text: string): boolean {
  return /^[\x20-\x7e]+$/.test(text) && text === text.trim();
}

/**
 * Whether a text may go out as the user of a request: an e-mail, never one of Kubernetes' own users
 * (`system:kube-controller-manager` would be obeyed).
 */
export function isImpersonable(user: string): boolean {
  return (
    user.length <= MAX_EMAIL_LENGTH &&
    EMAIL.test(user) &&
    isHeaderValue(user) &&
    !user.toLowerCase().startsWith('system:')
  );
}

/**
 * Whether the name of a Team's group may go out. `system:` groups hold Kubernetes' own rights
 * (`system:masters` all of them), `butler:` groups the platform roles, which a Team cannot give.
 */
export function isTeamGroup(group: string): boolean {
  return isHeaderValue(group) && !/^(system|butler):/i.test(group);
}

/** The headers by which Kubernetes authorises and audits the person instead of the Portal. */
export function impersonationHeaders({
  user,
  groups,
}: ImpersonatedUser): Record<string, string | string[]> {
  if (!isImpersonable(user)) {
    throw new NotAllowedError(
      'Your e-mail address cannot be used with Kubernetes. Ask whoever runs the Portal to correct it in the catalog and in Butler.',
    );
  }
  const allowed = groups.filter(
    group => PLATFORM_GROUPS.includes(group) || isTeamGroup(group),
  );
  return {
    'Impersonate-User': user,
    // Kubernetes wants a header a group; undici sends an array so.
    'Impersonate-Group': [...new Set([AUTHENTICATED, ...allowed])],
  };
}
