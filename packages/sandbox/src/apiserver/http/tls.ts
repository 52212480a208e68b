import { generate } from 'selfsigned';

/** A certificate with its key, in PEM. */
export interface Certificate {
  cert: string;
  key: string;
}

/** What a server's TLS stands on, all in PEM. */
export interface ServerCertificate extends Certificate {
  /** The CA that signed it, and whose client certificates it takes. */
  ca: string;
}

/** The certificates of a cluster: its CA's, which signs all others, the server's own, and its admin's. */
export interface Authority {
  ca: Certificate;
  server: Certificate;
  admin: Certificate;
}

/** Whom a client certificate stands for. */
interface ClientSubject {
  username: string;
  groups: string[];
}

const DAY = 24 * 60 * 60 * 1000;

/** A clock that is a little behind must not find a certificate "not yet valid". */
function validity() {
  return {
    notBeforeDate: new Date(Date.now() - DAY),
    notAfterDate: new Date(Date.now() + 365 * DAY),
    keyType: 'ec' as const,
    algorithm: 'sha256',
  };
}

/** Makes a CA of its own and a certificate for loopback. */
export async function makeAuthority(
  commonName: string,
  admin: ClientSubject,
): Promise<Authority> {
  const authority = await generate(
    [{ name: 'commonName', value: `${commonName} CA` }],
    {
      ...validity(),
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  );
  const ca = { key: authority.private, cert: authority.cert };
  const server = await generate([{ name: 'commonName', value: commonName }], {
    ...validity(),
    ca,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return {
    ca,
    server: { cert: server.cert, key: server.private },
    admin: await issueClientCertificate(ca, admin),
  };
}

/** A certificate that authenticates as a user in groups. */
async function issueClientCertificate(
  ca: Certificate,
  { username, groups }: ClientSubject,
): Promise<Certificate> {
  const client = await generate(
    [
      ...groups.map(value => ({ name: 'organizationName', value })),
      { name: 'commonName', value: username },
    ],
    {
      ...validity(),
      ca,
      extensions: [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, critical: true },
        { name: 'extKeyUsage', clientAuth: true },
      ],
    },
  );
  return { cert: client.cert, key: client.private };
}
