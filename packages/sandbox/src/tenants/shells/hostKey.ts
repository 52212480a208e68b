import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils } from 'ssh2';

const NAME = 'ssh_host_ed25519_key';

async function readKey(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, NAME), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isUsable(key: string): boolean {
  return !(utils.parseKey(key) instanceof Error);
}

/**
 * ssh2 (1.17, `parseDERs` of `keygen.js`) drops the leading zeros of a public key, and then can't read what it made:
 * that is one key in 256.
 */
function generateKey(comment: string) {
  for (;;) {
    const pair = utils.generateKeyPairSync('ed25519', { comment });
    if (isUsable(pair.private)) return pair;
  }
}

/** The private host key in a folder, as OpenSSH writes it, with its public half beside it; made when there is none. */
export async function ensureHostKey(
  folder: string,
  comment: string,
): Promise<string> {
  const known = await readKey(folder);
  if (known && isUsable(known)) return known;
  const pair = generateKey(comment);
  await writeFile(join(folder, `${NAME}.pub`), `${pair.public}\n`);
  await writeFile(join(folder, NAME), pair.private, { mode: 0o600 });
  return pair.private;
}
