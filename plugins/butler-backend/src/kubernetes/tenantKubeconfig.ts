import { KubeConfig } from '@kubernetes/client-node';
import { parse } from 'yaml';
import { z } from 'zod';

const named = z.object({ name: z.string().min(1) });

// A Secret is data, never a program: what would run a command or read a file of the Portal's own
// machine is refused, not skipped.
const refused = z
  .never('is not allowed in the kubeconfig of a tenant')
  .optional();

const MAX_LENGTH = 256 * 1024;

const schema = z.object({
  'current-context': z.string().min(1),
  contexts: z.array(
    named.extend({
      context: z.object({ cluster: z.string(), user: z.string() }),
    }),
  ),
  clusters: z.array(
    named.extend({
      cluster: z.object({
        server: z.url({ protocol: /^https$/, error: 'must be an https URL' }),
        'certificate-authority': refused,
        'certificate-authority-data': z.string().optional(),
        // Whoever stands in between could then take the token.
        'insecure-skip-tls-verify': z
          .literal(false, 'is not allowed in the kubeconfig of a tenant')
          .optional(),
        'tls-server-name': z.string().optional(),
        'proxy-url': refused,
      }),
    }),
  ),
  users: z.array(
    named.extend({
      user: z.object({
        'client-certificate': refused,
        'client-key': refused,
        tokenFile: refused,
        exec: refused,
        'auth-provider': refused,
        as: refused,
        'as-uid': refused,
        'as-groups': refused,
        'as-user-extra': refused,
        'client-certificate-data': z.string().optional(),
        'client-key-data': z.string().optional(),
        token: z.string().optional(),
        username: z.string().optional(),
        password: z.string().optional(),
      }),
    }),
  ),
});

/** Reads the kubeconfig out of a tenant's Secret; throws an Error that says what is wrong, without secrets. */
export function parseTenantKubeconfig(text: string): KubeConfig {
  if (text.length > MAX_LENGTH) throw new Error('the kubeconfig is too long');
  let document: unknown;
  try {
    document = parse(text, { maxAliasCount: 0 });
  } catch {
    // The parser's message quotes the text, and that holds keys.
    throw new Error('the kubeconfig is no YAML');
  }
  const result = schema.safeParse(document);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(`${issue.path.join('.')}: ${issue.message}`);
  }
  const { data } = result;
  const context = data.contexts.find(
    ({ name }) => name === data['current-context'],
  )?.context;
  const cluster = data.clusters.find(({ name }) => name === context?.cluster);
  const user = data.users.find(({ name }) => name === context?.user);
  if (!cluster || !user) {
    throw new Error('current-context does not name a cluster and a user');
  }
  const config = new KubeConfig();
  config.loadFromClusterAndUser(
    {
      name: cluster.name,
      server: cluster.cluster.server,
      caData: cluster.cluster['certificate-authority-data'],
      skipTLSVerify: false,
      tlsServerName: cluster.cluster['tls-server-name'],
    },
    {
      name: user.name,
      certData: user.user['client-certificate-data'],
      keyData: user.user['client-key-data'],
      token: user.user.token,
      username: user.user.username,
      password: user.user.password,
    },
  );
  return config;
}
