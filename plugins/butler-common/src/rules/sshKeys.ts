import { sha256 } from '@noble/hashes/sha2';
import type { SshKey } from '../resources';
import type { SshKeyRefusal } from './sshKeyRefusals';
import { WireError, WireReader } from './sshWire';

/** A public key, read from one line as `ssh-keygen` writes it. */
export interface SshPublicKey {
  /** Such as `ssh-ed25519`. */
  type: string;
  /** Type and blob as `authorized_keys` takes them, without the comment. */
  publicKey: string;
  /** What stands behind the blob, most often `user@host`; may be empty. */
  comment: string;
  /** `SHA256:` and unpadded base64, as `ssh-keygen -lf` prints it. */
  fingerprint: string;
}

/** A key, or why it is none. */
export type SshKeyResult =
  | { key: SshPublicKey; refusal?: undefined }
  | { key?: undefined; refusal: SshKeyRefusal };

const MAX_TEXT = 8192;
const RSA_BITS = { min: 2048, max: 16384 };
// SEC 1, section 2.3.3: 04 for an uncompressed point, then two coordinates.
const UNCOMPRESSED = 4;
const POINT_BYTES: Record<string, number> = {
  nistp256: 65,
  nistp384: 97,
  nistp521: 133,
};
const ED25519_BYTES = 32;

class Refused extends Error {
  constructor(readonly refusal: SshKeyRefusal) {
    super(refusal);
  }
}

function ed25519(reader: WireReader): void {
  if (reader.bytesField().length !== ED25519_BYTES) {
    throw new Refused('malformed');
  }
}

function ecdsa(curve: string) {
  return (reader: WireReader): void => {
    if (reader.text() !== curve) throw new Refused('typeMismatch');
    const point = reader.bytesField();
    if (point.length !== POINT_BYTES[curve] || point[0] !== UNCOMPRESSED) {
      throw new Refused('malformed');
    }
  };
}

function rsa(reader: WireReader): void {
  const exponent = reader.positive();
  const modulus = reader.positive();
  const bits = modulus.length * 8 - Math.clz32(modulus[0]) + 24;
  if (bits < RSA_BITS.min) throw new Refused('tooShort');
  if (bits > RSA_BITS.max) throw new Refused('tooLong');
  const odd = (bytes: Uint8Array) => bytes[bytes.length - 1] % 2 === 1;
  const one = exponent.length === 1 && exponent[0] === 1;
  if (!odd(exponent) || !odd(modulus) || one) throw new Refused('malformed');
}

// A security key signs for an application, `ssh:` unless somebody has chosen another.
// https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.u2f
function securityKey(inner: (reader: WireReader) => void) {
  return (reader: WireReader): void => {
    inner(reader);
    reader.text();
  };
}

/** What follows the type in the blob: RFC 4253 6.6, RFC 5656 3.1, RFC 8709 4, PROTOCOL.u2f. */
const BLOBS: ReadonlyMap<string, (reader: WireReader) => void> = new Map([
  ['ssh-ed25519', ed25519],
  ['ecdsa-sha2-nistp256', ecdsa('nistp256')],
  ['ecdsa-sha2-nistp384', ecdsa('nistp384')],
  ['ecdsa-sha2-nistp521', ecdsa('nistp521')],
  ['ssh-rsa', rsa],
  ['sk-ssh-ed25519@openssh.com', securityKey(ed25519)],
  ['sk-ecdsa-sha2-nistp256@openssh.com', securityKey(ecdsa('nistp256'))],
]);

function decodeBase64(text: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) {
    throw new Refused('notBase64');
  }
  const binary = atob(text);
  // Bits that no byte takes up would give one key two spellings.
  if (btoa(binary) !== text) throw new Refused('notBase64');
  return Uint8Array.from(binary, character => character.charCodeAt(0));
}

function hashOf(blob: Uint8Array): string {
  const digest = btoa(String.fromCharCode(...sha256(blob)));
  return `SHA256:${digest.replace(/=+$/, '')}`;
}

function assertOneLine(text: string): void {
  if (!text) throw new Refused('empty');
  if (/-----BEGIN|PRIVATE KEY|^PuTTY-User-Key-File/.test(text)) {
    throw new Refused(
      /PUBLIC KEY/.test(text) ? 'unsupportedType' : 'privateKey',
    );
  }
  if (text.length > MAX_TEXT) throw new Refused('tooLong');
  if (text.includes('\n')) throw new Refused('severalLines');
  if (/[^\P{Cc}\t]/u.test(text)) throw new Refused('controlCharacter');
}

function assertType(type: string, rest: string): void {
  if (BLOBS.has(type)) return;
  if (/-cert-v\d+@/.test(type)) throw new Refused('certificate');
  const behind = rest.split(/[ \t"]+/);
  throw new Refused(
    behind.some(word => BLOBS.has(word)) ? 'options' : 'unsupportedType',
  );
}

function read(text: string): SshPublicKey {
  // Blanks around it and the newline at its end come with copying; a CR is none of them.
  const line = text.replace(/^[ \t\n]+|[ \t\n]+$/g, '');
  assertOneLine(line);
  const [, type, base64, comment] =
    /^(\S+)(?:[ \t]+(\S+))?(?:[ \t]+(.*))?$/.exec(line) ?? [];
  assertType(type, line.slice(type.length));
  const blob = decodeBase64(base64 ?? '');
  const reader = new WireReader(blob);
  if (reader.text() !== type) throw new Refused('typeMismatch');
  BLOBS.get(type)?.(reader);
  reader.end();
  return {
    type,
    publicKey: `${type} ${base64}`,
    comment: comment ?? '',
    fingerprint: hashOf(blob),
  };
}

/**
 * Reads a public key, strictly: exactly one key, of a type that is accepted, whose blob is what the
 * type says and not a byte more. Libraries let trailing bytes and short points pass.
 */
export function parseSshPublicKey(text: string): SshKeyResult {
  try {
    return { key: read(text) };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    if (error instanceof WireError) return { refusal: 'malformed' };
    throw error;
  }
}

/** The fingerprint of a stored key: computed; where the key cannot be read, the one that is written beside it. */
export function fingerprintOf({
  fingerprint,
  publicKey,
}: SshKey): string | undefined {
  return parseSshPublicKey(publicKey).key?.fingerprint ?? fingerprint;
}
