import fc from 'fast-check';
import {
  CERTIFICATE,
  SHORT_RSA_KEY,
  SSH_KEY_VECTORS,
} from './__testUtils__/sshKeyVectors';
import { SSH_KEY_REFUSALS } from './sshKeyRefusals';
import { fingerprintOf, parseSshPublicKey } from './sshKeys';

const [ED25519, ECDSA, , , RSA] = SSH_KEY_VECTORS.map(
  ({ publicKey }) => publicKey,
);

function wire(...fields: (string | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(field => {
      const bytes =
        typeof field === 'string' ? new TextEncoder().encode(field) : field;
      const { length } = bytes;
      return [
        0,
        Math.floor(length / 65536),
        Math.floor(length / 256) % 256,
        length % 256,
        ...bytes,
      ];
    }),
  );
}

function line(type: string, blob: Uint8Array): string {
  return `${type} ${btoa(String.fromCharCode(...blob))}`;
}

function blobOf(publicKey: string): Uint8Array {
  return Uint8Array.from(atob(publicKey.split(' ')[1]), c => c.charCodeAt(0));
}

function filled(length: number, first = 7): Uint8Array {
  return new Uint8Array(length).fill(9).fill(first, 0, 1);
}

describe('a public SSH key', () => {
  it.each(SSH_KEY_VECTORS)(
    'has the fingerprint that ssh-keygen prints: $fingerprint',
    ({ publicKey, fingerprint }) => {
      expect(parseSshPublicKey(publicKey)).toEqual({
        key: {
          type: publicKey.split(' ')[0],
          publicKey,
          comment: '',
          fingerprint,
        },
      });
    },
  );

  it('is kept apart from its comment and from the blanks around it', () => {
    const { key } = parseSshPublicKey(
      `  ${ED25519.replace(' ', '\t ')}  dev@laptop at home \n`,
    );
    expect(key).toMatchObject({
      publicKey: ED25519,
      comment: 'dev@laptop at home',
    });
  });

  it.each<[string, string]>([
    ['empty', ''],
    ['empty', ' \n'],
    ['privateKey', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n'],
    ['privateKey', 'PuTTY-User-Key-File-3: ssh-ed25519\n'],
    ['unsupportedType', '-----BEGIN PUBLIC KEY-----\nMIIB\n'],
    ['severalLines', `${ED25519}\n${ECDSA}`],
    ['severalLines', `${ED25519} comment\ncommand="id" ${ECDSA}`],
    ['controlCharacter', `${ED25519}\r`],
    ['controlCharacter', `${ED25519}\r\n`],
    ['controlCharacter', `${ED25519} a\0b`],
    ['controlCharacter', `${ED25519} a\x1b[31mb`],
    ['options', `command="id" ${ED25519}`],
    ['options', `no-pty,command="a b" ${ED25519}`],
    ['options', `from="*.example.com" ${RSA} me`],
    ['certificate', CERTIFICATE],
    ['unsupportedType', 'ssh-dss AAAAB3NzaC1kc3MAAACBAP'],
    ['unsupportedType', 'ecdsa-sha2-nistp192 AAAA'],
    ['unsupportedType', 'SSH-ED25519 AAAA'],
    ['unsupportedType', 'hello'],
    ['notBase64', 'ssh-ed25519'],
    ['notBase64', 'ssh-ed25519 !!!!'],
    ['notBase64', ED25519.slice(0, -1)],
    ['notBase64', `${ED25519}=`],
    ['typeMismatch', ED25519.replace('ssh-ed25519', 'ssh-rsa')],
    ['typeMismatch', ECDSA.replace('nistp256', 'nistp384')],
    [
      'typeMismatch',
      line(
        'ecdsa-sha2-nistp256',
        wire('ecdsa-sha2-nistp256', 'nistp384', filled(97, 4)),
      ),
    ],
    ['malformed', line('ssh-ed25519', wire('ssh-ed25519'))],
    ['malformed', line('ssh-ed25519', wire('ssh-ed25519', filled(31)))],
    ['malformed', line('ssh-ed25519', wire('ssh-ed25519', filled(33)))],
    ['malformed', line('ssh-ed25519', wire('ssh-ed25519', filled(32), ''))],
    [
      'malformed',
      line('ssh-ed25519', Uint8Array.from([...blobOf(ED25519), 0])),
    ],
    ['malformed', line('ssh-ed25519', blobOf(ED25519).slice(0, -3))],
    ['malformed', line('ssh-ed25519', Uint8Array.from([255, 255, 255, 255]))],
    [
      'malformed',
      line(
        'ecdsa-sha2-nistp256',
        wire('ecdsa-sha2-nistp256', 'nistp256', filled(65, 2)),
      ),
    ],
    [
      'malformed',
      line(
        'ecdsa-sha2-nistp256',
        wire('ecdsa-sha2-nistp256', 'nistp256', filled(33, 2)),
      ),
    ],
    [
      'malformed',
      line(
        'sk-ssh-ed25519@openssh.com',
        wire('sk-ssh-ed25519@openssh.com', filled(32)),
      ),
    ],
    ['tooShort', SHORT_RSA_KEY],
    [
      'malformed',
      line('ssh-rsa', wire('ssh-rsa', Uint8Array.of(3), filled(257, 0))),
    ],
    [
      'malformed',
      line('ssh-rsa', wire('ssh-rsa', Uint8Array.of(3), filled(256, 0x80))),
    ],
    [
      'malformed',
      line(
        'ssh-rsa',
        wire(
          'ssh-rsa',
          Uint8Array.of(4),
          Uint8Array.of(0, ...filled(256, 0x80)),
        ),
      ),
    ],
    [
      'malformed',
      line(
        'ssh-rsa',
        wire(
          'ssh-rsa',
          Uint8Array.of(1),
          Uint8Array.of(0, ...filled(256, 0x80)),
        ),
      ),
    ],
    ['tooLong', `${ED25519} ${'x'.repeat(9000)}`],
  ])('is refused as %s (%#)', (refusal, text) => {
    expect(parseSshPublicKey(text)).toEqual({ refusal });
    expect(Object.keys(SSH_KEY_REFUSALS)).toContain(refusal);
  });

  it('is never read from what is not one, and nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(255), (at, value) => {
        const blob = blobOf(ECDSA);
        const position = at % 40;
        if (blob[position] === value) return;
        blob[position] = value;
        expect(
          parseSshPublicKey(line('ecdsa-sha2-nistp256', blob)).key,
        ).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.string(), text => {
        expect(parseSshPublicKey(text).key).toBeUndefined();
        expect(parseSshPublicKey(`ssh-rsa ${text}`).key).toBeUndefined();
      }),
    );
  });
});

describe('the fingerprint of a stored key', () => {
  const { publicKey, fingerprint } = SSH_KEY_VECTORS[0];
  const key = { name: 'laptop', publicKey };

  it('is computed, whatever was written', () => {
    expect(fingerprintOf(key)).toBe(fingerprint);
    expect(fingerprintOf({ ...key, fingerprint: 'MD5:00' })).toBe(fingerprint);
  });

  it('is the one that was written where the key cannot be read', () => {
    const damaged = { ...key, publicKey: 'ssh-dss AAAA' };
    expect(fingerprintOf({ ...damaged, fingerprint })).toBe(fingerprint);
    expect(fingerprintOf(damaged)).toBeUndefined();
  });
});
