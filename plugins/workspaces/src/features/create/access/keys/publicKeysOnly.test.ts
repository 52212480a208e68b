import { ECDSA, ED25519 } from '../__testUtils__/sshKeys';
import { publicKeysOnly } from './publicKeysOnly';

const PRIVATE = [
  '-----BEGIN OPENSSH PRIVATE KEY-----',
  'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW',
  '-----END OPENSSH PRIVATE KEY-----',
];

it('keeps lines that are public keys, as they were typed', () => {
  const text = `${ED25519.publicKey} me@laptop\n${ECDSA.publicKey}`;
  expect(publicKeysOnly(text)).toBe(text);
});

it('keeps nothing of a private key, wherever it was pasted', () => {
  expect(publicKeysOnly(PRIVATE.join('\n'))).toBe('');
  expect(
    publicKeysOnly([ED25519.publicKey, ...PRIVATE, ECDSA.publicKey].join('\n')),
  ).toBe(`${ED25519.publicKey}\n${ECDSA.publicKey}`);
  // Without its first and last line nothing says what it is.
  expect(publicKeysOnly(PRIVATE[1])).toBe('');
  expect(publicKeysOnly(`PuTTY-User-Key-File-3: ssh-ed25519`)).toBe('');
});
