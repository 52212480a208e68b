import { stringify } from 'yaml';
import { ApiServer } from './apiserver/apiServer';
import { Certificate } from './apiserver/http/tls';

/** What a client needs to reach an API server. */
interface Credentials {
  name: string;
  url: string;
  ca: string;
  user: { token: string } | Certificate;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** A kubeconfig with one context. */
function makeKubeconfig({ name, url, ca, user }: Credentials): string {
  const credentials =
    'token' in user
      ? user
      : {
          'client-certificate-data': base64(user.cert),
          'client-key-data': base64(user.key),
        };
  return stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': name,
      clusters: [
        {
          name,
          cluster: { server: url, 'certificate-authority-data': base64(ca) },
        },
      ],
      users: [{ name, user: credentials }],
      contexts: [{ name, context: { cluster: name, user: name } }],
    },
    // Folded base64 would be valid YAML, but some readers are not that thorough.
    { lineWidth: 0 },
  );
}

/** A kubeconfig that may do everything, by client certificate as kubeadm writes it. The server listens already. */
export function adminKubeconfig(server: ApiServer, name: string): string {
  return makeKubeconfig({
    name,
    url: server.listener.url,
    ca: server.ca,
    user: server.authority.admin,
  });
}

/** A kubeconfig that may do everything, by the admin's token. The server listens already. */
export function tokenKubeconfig(server: ApiServer, name: string): string {
  return makeKubeconfig({
    name,
    url: server.listener.url,
    ca: server.ca,
    user: { token: server.token },
  });
}

/** The kubeconfig of a service account, with a token that lasts longer than any sandbox. */
export function serviceAccountKubeconfig(
  server: ApiServer,
  name: string,
  account: { namespace: string; name: string },
): string {
  const { token } = server.access.tokens.issue(account);
  return makeKubeconfig({
    name,
    url: server.listener.url,
    ca: server.ca,
    user: { token },
  });
}
