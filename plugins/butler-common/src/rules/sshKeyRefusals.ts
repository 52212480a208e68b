const TYPES =
  'ssh-ed25519, ecdsa-sha2-nistp256/384/521, ssh-rsa of 2048 bits or more, sk-ssh-ed25519@openssh.com or sk-ecdsa-sha2-nistp256@openssh.com';

/** Why a text is not taken as a public key, in English. */
export const SSH_KEY_REFUSALS = {
  empty: 'Paste a public key, such as the content of ~/.ssh/id_ed25519.pub.',
  privateKey:
    'This is a private key. Never give it away: paste the content of the file that ends in .pub, and if the private one was seen by others, make a new pair.',
  severalLines:
    'This is more than one line. Add one key at a time, on one line.',
  controlCharacter:
    'There is an invisible character in this key. Copy it again from the .pub file.',
  options:
    'There are options before the key, such as command="…". Paste the key without them.',
  certificate:
    'This is a certificate. Paste the public key that it was made for.',
  unsupportedType: `This is no public SSH key of a type that is accepted: ${TYPES}.`,
  notBase64:
    'The middle part of this key is damaged. Copy the whole line again.',
  typeMismatch:
    'The key says one type and holds another. Copy it again from the .pub file.',
  malformed:
    'This key is damaged: something is missing or too much. Copy the whole line again.',
  tooShort:
    'RSA keys need 2048 bits or more. Make a new one: ssh-keygen -t ed25519.',
  tooLong: 'This is longer than any public key.',
} as const;

/** Why a text is not taken as a public key. */
export type SshKeyRefusal = keyof typeof SSH_KEY_REFUSALS;
