import { GIT_CREDENTIAL_TYPES } from '@butler-portal/plugin-butler-common';
import type { GitCredentialList } from '@butler-portal/plugin-butler-common';
import { TABLE } from '../kubernetes/mediaTypes';
import type { KubernetesClient } from '../kubernetes/KubernetesClient';
import { collectionPath } from '../kubernetes/paths';
import { SECRETS } from '../kubernetes/resourceTypes';

const MAX_LISTED = '500';

interface Table {
  rows?: { cells: unknown[] }[] | null;
}

/** The Secrets of a namespace that can stand in `secretRef`. */
export class GitCredentials {
  constructor(private readonly client: KubernetesClient) {}

  /**
   * Names and types, as the Portal's own account: people have no rights on Secrets. The API server
   * is asked for one type at a time and for a table without objects, so that no content ever comes
   * here. Metadata alone would not do: where a Secret was made with `kubectl apply`, the annotation
   * last-applied-configuration holds all of it.
   */
  async list(namespace: string): Promise<GitCredentialList> {
    const lists = await Promise.all(
      GIT_CREDENTIAL_TYPES.map(type => this.#ofType(namespace, type)),
    );
    const items = lists
      .flat()
      .sort((one, other) => one.name.localeCompare(other.name));
    return { items };
  }

  async #ofType(
    namespace: string,
    type: GitCredentialList['items'][number]['type'],
  ): Promise<GitCredentialList['items']> {
    const { rows } = await this.client.request<Table>({
      method: 'GET',
      path: collectionPath(SECRETS, namespace),
      query: {
        fieldSelector: `type=${type}`,
        includeObject: 'None',
        limit: MAX_LISTED,
      },
      accept: TABLE,
    });
    // The first column of every table is the name.
    return (rows ?? []).map(({ cells: [name] }) => ({
      name: String(name),
      type,
    }));
  }
}
