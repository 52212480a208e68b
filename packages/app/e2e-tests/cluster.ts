import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { parse } from 'yaml';

interface Kubeconfig {
  clusters: {
    cluster: { server: string; 'certificate-authority-data': string };
  }[];
  users: {
    user: { 'client-certificate-data': string; 'client-key-data': string };
  }[];
}

function decode(data: string): Buffer {
  return Buffer.from(data, 'base64');
}

/** Asks the management cluster itself, past the Portal, as `kubectl get --raw` would. */
export async function askCluster<T>(
  kubeconfigFile: string,
  path: string,
  method: 'GET' | 'DELETE' = 'GET',
): Promise<T> {
  const kubeconfig: Kubeconfig = parse(readFileSync(kubeconfigFile, 'utf8'));
  const [{ cluster }] = kubeconfig.clusters;
  const [{ user }] = kubeconfig.users;
  const body = await new Promise<string>((resolve, reject) => {
    request(
      `${cluster.server}${path}`,
      {
        method,
        ca: decode(cluster['certificate-authority-data']),
        cert: decode(user['client-certificate-data']),
        key: decode(user['client-key-data']),
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks).toString()));
        response.on('error', reject);
      },
    )
      .on('error', reject)
      .end();
  });
  return JSON.parse(body);
}

/** The phase that the cluster knows of a workspace; undefined when there is no such workspace. */
export async function phaseInCluster(
  kubeconfigFile: string,
  namespace: string,
  name: string,
): Promise<string | undefined> {
  const { items } = await askCluster<{
    items: { metadata: { name: string }; status?: { phase?: string } }[];
  }>(
    kubeconfigFile,
    `/apis/butler.butlerlabs.dev/v1alpha1/namespaces/${namespace}/workspaces`,
  );
  const workspace = items.find(({ metadata }) => metadata.name === name);
  return workspace && (workspace.status?.phase ?? 'Pending');
}
