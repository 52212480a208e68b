import { Objects } from '../../apiserver/objects';
import { isObject, KubeObject } from '../../apiserver/types';
import { tenantNames } from '../../names';
import { Workspace } from './model';
import { repositoriesOf } from './tenantPod';
import { tenantMetadata } from './tenantObjects';

/**
 * The Secret with what a workspace's repositories need to be cloned, gathered from the Secrets of the team namespace that
 * they name: each entry as `<secret>.<entry>`. Undefined when none is needed.
 */
export function makeGitCredentials(
  management: Objects,
  workspace: Workspace,
): KubeObject | undefined {
  const { namespace, name } = workspace.metadata;
  const wanted = repositoriesOf(workspace).flatMap(({ secretRef }) =>
    secretRef ? [secretRef.name] : [],
  );
  if (wanted.length === 0) return undefined;
  const entries = wanted.flatMap(secret => {
    const data = management.get('secrets', { namespace, name: secret })?.data;
    return Object.entries(isObject(data) ? data : {}).map(([key, value]) => [
      `${secret}.${key}`,
      value,
    ]);
  });
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: tenantMetadata(tenantNames(name).gitCredentials, workspace),
    data: Object.fromEntries(entries),
  };
}
