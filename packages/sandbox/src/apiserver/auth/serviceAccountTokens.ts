import {
  createPublicKey,
  generateKeyPairSync,
  KeyObject,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import { resourceId } from '../registry/resourceDefinition';
import { notFound } from '../status/errors';
import { Store } from '../storage/store';
import { isObject } from '../types';
import {
  serviceAccountGroups,
  serviceAccountUsername,
  UserInfo,
} from './userInfo';

const ISSUER = 'https://kubernetes.default.svc.cluster.local';
const SERVICE_ACCOUNTS = { group: '', plural: 'serviceaccounts' };
const YEAR_S = 365 * 24 * 60 * 60;
const REMEMBERED = 1_000;

interface Claims {
  namespace: string;
  name: string;
  uid: string;
  /** Seconds since the epoch. */
  expires: number;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function parseClaims(payload: string): Claims | undefined {
  const claims: unknown = JSON.parse(
    Buffer.from(payload, 'base64url').toString(),
  );
  if (!isObject(claims) || claims.iss !== ISSUER) return undefined;
  const own = claims['kubernetes.io'];
  if (!isObject(own) || !isObject(own.serviceaccount)) return undefined;
  return {
    namespace: String(own.namespace),
    name: String(own.serviceaccount.name),
    uid: String(own.serviceaccount.uid),
    expires: Number(claims.exp),
  };
}

/** The private key, in PEM, that a cluster signs its service accounts' tokens with. */
export function makeTokenKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

/** Issues and checks the tokens of service accounts, which are JWTs. */
export class ServiceAccountTokens {
  private readonly publicKey: KeyObject;
  /** What tokens say whose signature was found genuine, so that a request costs no elliptic curve. */
  private readonly genuine = new Map<string, Claims>();

  /**
   * @param key - from `makeTokenKey`
   */
  constructor(private readonly store: Store, private readonly key: string) {
    this.publicKey = createPublicKey(key);
  }

  /**
   * A token of a service account.
   *
   * @param lifetime - in seconds
   * @throws ApiError 404 when there is no such account
   */
  issue(
    account: { namespace: string; name: string },
    lifetime: number = YEAR_S,
  ): { token: string; expires: Date } {
    const { namespace, name } = account;
    const found = this.store.get(resourceId(SERVICE_ACCOUNTS), account);
    if (!found) throw notFound(SERVICE_ACCOUNTS, name);
    const now = Math.floor(Date.now() / 1000);
    const signed = `${encode({ alg: 'ES256', typ: 'JWT' })}.${encode({
      iss: ISSUER,
      aud: [ISSUER],
      sub: serviceAccountUsername(namespace, name),
      iat: now,
      nbf: now,
      exp: now + lifetime,
      jti: randomUUID(),
      'kubernetes.io': {
        namespace,
        serviceaccount: { name, uid: found.metadata.uid },
      },
    })}`;
    const signature = sign('sha256', Buffer.from(signed), {
      key: this.key,
      dsaEncoding: 'ieee-p1363',
    });
    return {
      token: `${signed}.${signature.toString('base64url')}`,
      expires: new Date((now + lifetime) * 1000),
    };
  }

  /** The account that a token is of; undefined when it is not ours, too old, or the account is gone. */
  authenticate(token: string): UserInfo | undefined {
    const claims = this.claimsOf(token);
    if (!claims || claims.expires * 1000 < Date.now()) return undefined;
    const { namespace, name, uid } = claims;
    const account = this.store.get(resourceId(SERVICE_ACCOUNTS), {
      namespace,
      name,
    });
    // A namesake that was created later is another account.
    if (account?.metadata.uid !== uid) return undefined;
    return {
      username: serviceAccountUsername(namespace, name),
      uid,
      groups: serviceAccountGroups(namespace),
    };
  }
  private claimsOf(token: string): Claims | undefined {
    const known = this.genuine.get(token);
    if (known) return known;
    const [header, payload, signature, ...more] = token.split('.');
    if (!signature || more.length > 0) return undefined;
    const genuine = verify(
      'sha256',
      Buffer.from(`${header}.${payload}`),
      { key: this.publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    const claims = genuine ? parseClaims(payload) : undefined;
    if (claims) {
      if (this.genuine.size >= REMEMBERED) this.genuine.clear();
      this.genuine.set(token, claims);
    }
    return claims;
  }
}
