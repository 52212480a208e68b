import { SSH_KEY_VECTORS } from '../rules/__testUtils__/sshKeyVectors';
import { addSshKeySchema } from './sshKeys';

const [{ publicKey, fingerprint }] = SSH_KEY_VECTORS;

describe('a key for the profile', () => {
  it('needs a name and one public key', () => {
    const name = 'Laptop at home';
    expect(addSshKeySchema.parse({ name, publicKey })).toEqual({
      name,
      publicKey,
    });
    for (const bad of [
      { name: '', publicKey },
      { name: 'x'.repeat(64), publicKey },
      { name: 'a\nb', publicKey },
      { name, publicKey: '' },
      { name, publicKey: `command="id" ${publicKey}` },
      { name, publicKey, fingerprint },
      { name },
    ]) {
      expect(addSshKeySchema.safeParse(bad).success).toBe(false);
    }
  });

  it('says what is wrong with the key, in words', () => {
    const { error } = addSshKeySchema.safeParse({
      name: 'x',
      publicKey: '-----BEGIN OPENSSH PRIVATE KEY-----',
    });
    expect(error?.issues).toMatchObject([
      {
        path: ['publicKey'],
        message: expect.stringMatching(/Never give it away/),
      },
    ]);
  });
});
