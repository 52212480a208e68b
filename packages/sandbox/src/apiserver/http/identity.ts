import { timingSafeEqual } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import { ApiError } from '../status/apiError';
import { badRequest } from '../status/errors';

/** In whose name a request comes. */
export interface Identity {
  impersonatedUser?: string;
  impersonatedGroups: string[];
}

function sameToken(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Reads the impersonation headers. Groups come as repeated headers, never as one with commas. */
export function identityOf(request: IncomingMessage): Identity {
  const user = request.headersDistinct['impersonate-user']?.[0];
  return {
    ...(user && { impersonatedUser: user }),
    impersonatedGroups: request.headersDistinct['impersonate-group'] ?? [],
  };
}

/** Lets only the token's holder in. */
export function authenticate(request: IncomingMessage, token: string): void {
  const header = request.headers.authorization ?? '';
  const match = /^Bearer (.+)$/i.exec(header);
  if (!match || !sameToken(match[1].trim(), token)) {
    throw new ApiError(401, 'Unauthorized', 'Unauthorized');
  }
  const { impersonatedUser, impersonatedGroups } = identityOf(request);
  if (!impersonatedUser && impersonatedGroups.length > 0) {
    throw badRequest(
      `requested groups [${impersonatedGroups.join(
        ' ',
      )}] without impersonating a user name`,
    );
  }
}
