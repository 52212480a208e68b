import { ED25519 } from '../access/__testUtils__/sshKeys';
import { someValues } from '../__testUtils__/fixtures';
import { storable } from './draft';

const PRIVATE =
  '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n';

describe('what is stored of a form', () => {
  it('is everything, where nothing in it is secret', () => {
    const values = someValues({
      keys: { source: 'own', own: ED25519.publicKey },
      newKey: { name: 'laptop', publicKey: ED25519.publicKey },
    });
    expect(storable(values)).toEqual(values);
  });

  it('is nothing of a private key, in whichever field it was pasted', () => {
    const values = someValues({
      keys: { source: 'own', own: `${ED25519.publicKey}\n${PRIVATE}` },
      newKey: { name: PRIVATE.replace(/\n/g, ''), publicKey: PRIVATE },
    });
    expect(storable(values)).toEqual({
      ...values,
      keys: { source: 'own', own: ED25519.publicKey },
      newKey: { name: '', publicKey: '' },
    });
  });
});
