import { generate } from 'selfsigned';

/** A server certificate and the CA that signed it, all in PEM. */
export interface ServerCertificate {
  ca: string;
  cert: string;
  key: string;
}

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** Makes a CA of its own and a certificate for loopback; both live in memory only. */
export async function makeServerCertificate(
  commonName: string,
): Promise<ServerCertificate> {
  // A clock that is a little behind must not find the certificate "not yet valid".
  const validity = {
    notBeforeDate: new Date(Date.now() - 24 * 60 * 60 * 1000),
    notAfterDate: new Date(Date.now() + YEAR),
  };
  const ca = await generate(
    [{ name: 'commonName', value: `${commonName} CA` }],
    {
      ...validity,
      keyType: 'ec',
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  );
  const leaf = await generate([{ name: 'commonName', value: commonName }], {
    ...validity,
    keyType: 'ec',
    algorithm: 'sha256',
    ca: { key: ca.private, cert: ca.cert },
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
  return { ca: ca.cert, cert: leaf.cert, key: leaf.private };
}
