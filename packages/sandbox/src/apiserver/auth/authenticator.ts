import { timingSafeEqual } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import { ApiError } from '../status/apiError';
import { ServiceAccountTokens } from './serviceAccountTokens';
import {
  ANONYMOUS,
  AUTHENTICATED,
  MASTERS,
  UNAUTHENTICATED,
  UserInfo,
} from './userInfo';

/** Who the admin token, and the certificate of the admin kubeconfig, stand for. */
export const ADMIN: UserInfo = {
  username: 'kubernetes-admin',
  groups: [MASTERS],
};

function sameToken(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function unauthorized(): ApiError {
  return new ApiError(401, 'Unauthorized', 'Unauthorized');
}

/** The user of a verified client certificate: its common name, in the groups of its organizations. */
function certificateUser(socket: TLSSocket): UserInfo | undefined {
  const { subject } = socket.getPeerCertificate();
  if (!subject) return undefined;
  if (!socket.authorized) throw unauthorized();
  // An attribute that a name has more than once is a list.
  const all = (value?: string | string[]) => [value ?? []].flat();
  const [username] = all(subject.CN);
  return username ? { username, groups: all(subject.O) } : undefined;
}

/** Reading a certificate takes longer than authorizing a request, and a connection has only one. */
const usersBySocket = new WeakMap<TLSSocket, UserInfo>();

function connectionUser(socket: TLSSocket): UserInfo | undefined {
  const known = usersBySocket.get(socket);
  if (known) return known;
  const user = certificateUser(socket);
  if (user) usersBySocket.set(socket, user);
  return user;
}

/** Finds out who a request comes from: by client certificate, by token, or not at all. */
export class Authenticator {
  constructor(
    private readonly adminToken: string,
    private readonly serviceAccounts: ServiceAccountTokens,
  ) {}

  /** The user; anonymous without credentials. Credentials that are not right are a 401. */
  authenticate(request: IncomingMessage): UserInfo {
    const user =
      connectionUser(request.socket as TLSSocket) ?? this.bearer(request);
    return user
      ? { ...user, groups: [...user.groups, AUTHENTICATED] }
      : { username: ANONYMOUS, groups: [UNAUTHENTICATED] };
  }

  /** The user of a token, or undefined when it is nobody's. */
  tokenUser(token: string): UserInfo | undefined {
    return sameToken(token, this.adminToken)
      ? ADMIN
      : this.serviceAccounts.authenticate(token);
  }

  private bearer({ headers }: IncomingMessage): UserInfo | undefined {
    const match = /^\s*bearer (\S+)/i.exec(headers.authorization ?? '');
    if (!match) return undefined;
    const user = this.tokenUser(match[1]);
    if (!user) throw unauthorized();
    return user;
  }
}
