import { stringify } from 'yaml';

/** What a client needs to reach an API server. */
export interface Credentials {
  name: string;
  url: string;
  ca: string;
  token: string;
}

/** A kubeconfig with one context. */
export function makeKubeconfig({ name, url, ca, token }: Credentials): string {
  return stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': name,
      clusters: [
        {
          name,
          cluster: {
            server: url,
            'certificate-authority-data': Buffer.from(ca).toString('base64'),
          },
        },
      ],
      users: [{ name, user: { token } }],
      contexts: [{ name, context: { cluster: name, user: name } }],
    },
    // Folded base64 would be valid YAML, but some readers are not that thorough.
    { lineWidth: 0 },
  );
}
