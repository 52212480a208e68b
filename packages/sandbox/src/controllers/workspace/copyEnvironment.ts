import { Objects } from '../../apiserver/objects';
import { isObject, JsonValue, KubeObject } from '../../apiserver/types';
import { Container, EnvVar } from '../../tenants/pods/pod';
import { Workspace } from './model';

const RESOURCES: Record<string, string> = {
  Deployment: 'deployments',
  StatefulSet: 'statefulsets',
};

function containersOf(workload: KubeObject | undefined): Container[] {
  const template = workload?.spec?.template;
  const spec = isObject(template) ? template.spec : undefined;
  const containers: JsonValue | undefined = isObject(spec)
    ? spec.containers
    : undefined;
  return Array.isArray(containers) ? (containers as Container[]) : [];
}

/**
 * The variables that a workspace copies from a workload of its tenant cluster (contract, `envFrom`): the literal ones. Those
 * with `valueFrom` are skipped, and a workload that is not there has none.
 */
export function copyEnvironment(
  tenant: Objects,
  { spec }: Workspace,
): EnvVar[] {
  const { envFrom } = spec;
  if (!envFrom) return [];
  const workload = tenant.get(RESOURCES[envFrom.kind ?? 'Deployment'], {
    namespace: envFrom.namespace ?? 'default',
    name: envFrom.name,
  });
  const containers = containersOf(workload);
  const chosen = envFrom.container
    ? containers.find(({ name }) => name === envFrom.container)
    : containers[0];
  return (chosen?.env ?? [])
    .filter(({ valueFrom }) => valueFrom === undefined)
    .map(({ name, value }) => ({ name, value: value ?? '' }));
}
