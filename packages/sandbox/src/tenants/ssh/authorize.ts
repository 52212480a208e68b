import { AuthContext, ParsedKey, utils } from 'ssh2';

function parseKeys(authorized: string): ParsedKey[] {
  return authorized
    .split('\n')
    .map(line => line.trim())
    .filter(line => line && !line.startsWith('#'))
    .map(line => utils.parseKey(line))
    .filter((key): key is ParsedKey => !(key instanceof Error));
}

/**
 * The key with which somebody logs in, if it is one of those that may. A client asks first whether a key would do (without
 * a signature) and then proves that it has the private half (RFC 4252, section 7).
 *
 * @param authorized - the text of an `authorized_keys` file; kinds of keys that ssh2 can't read are passed over
 */
export function findAuthorizedKey(
  context: AuthContext,
  user: string,
  authorized: string,
): ParsedKey | undefined {
  if (context.method !== 'publickey' || context.username !== user) {
    return undefined;
  }
  const { key, signature, blob, hashAlgo } = context;
  const found = parseKeys(authorized).find(
    candidate =>
      candidate.type === key.algo && candidate.getPublicSSH().equals(key.data),
  );
  if (!found) return undefined;
  if (!signature) return found;
  return blob && found.verify(blob, signature, hashAlgo) === true
    ? found
    : undefined;
}
