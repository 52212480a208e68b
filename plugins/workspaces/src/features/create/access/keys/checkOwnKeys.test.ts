import { ECDSA, ED25519 } from '../__testUtils__/sshKeys';
import { checkOwnKeys } from './checkOwnKeys';
import { lacksSshKey } from './lacksSshKey';

describe('keys, one a line', () => {
  it('are read each by itself, with the line that the person sees', () => {
    expect(
      checkOwnKeys(`\n${ED25519.publicKey} me@laptop\r\n\nssh-dss AAAA\n`),
    ).toMatchObject([
      {
        line: 2,
        publicKey: {
          comment: 'me@laptop',
          fingerprint: ED25519.fingerprint,
        },
      },
      { line: 4, refusal: 'unsupportedType' },
    ]);
  });

  it('are known again under another comment', () => {
    const lines = [
      `${ED25519.publicKey} one`,
      ECDSA.publicKey,
      `${ED25519.publicKey} two`,
      ED25519.publicKey,
    ];
    expect(checkOwnKeys(lines.join('\n')).map(({ sameAs }) => sameAs)).toEqual([
      undefined,
      undefined,
      1,
      1,
    ]);
  });

  it('are one mistake where a private key was pasted', () => {
    const text =
      '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----\n';
    expect(checkOwnKeys(text)).toEqual([{ line: 1, refusal: 'privateKey' }]);
  });

  it('are none in an empty text', () => {
    expect(checkOwnKeys(' \n')).toEqual([]);
  });
});

describe('a workspace that nobody could open', () => {
  it.each([
    ['profile', '', 0, true],
    ['profile', ED25519.publicKey, 0, true],
    ['profile', '', 1, false],
    ['own', '', 1, true],
    ['own', ' \n', 1, true],
    ['own', ED25519.publicKey, 0, false],
  ])(
    'is seen: %s keys “%s”, %i in the profile',
    (source, own, count, lacks) => {
      expect(lacksSshKey({ source, own }, count)).toBe(lacks);
    },
  );
});
