import type {
  Workload,
  WorkloadContainer,
  WorkloadList,
} from '@butler-portal/plugin-butler-common';
import type { EnvValues } from '../../../../components/specForm';

/** What Butler takes when no namespace is named (contract, section 1). */
const DEFAULT_NAMESPACE = 'default';

/** The namespaces that can be chosen: those that have something to copy from. */
export function namespacesOf({ items }: WorkloadList): string[] {
  return [...new Set(items.map(({ namespace }) => namespace))].sort();
}

/** The namespace that stands in the form; of a single one there is no choice. */
export function namespaceOf(
  env: EnvValues,
  namespaces: readonly string[],
): string {
  if (env.namespace || env.name) return env.namespace || DEFAULT_NAMESPACE;
  if (namespaces.length === 1) return namespaces[0];
  return namespaces.includes(DEFAULT_NAMESPACE) ? DEFAULT_NAMESPACE : '';
}

/** The workloads of a namespace, by kind and name. */
export function workloadsIn(
  items: readonly Workload[],
  namespace: string,
): Workload[] {
  const key = ({ kind, name }: Workload) => `${kind} ${name}`;
  return items
    .filter(item => item.namespace === namespace)
    .sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** The workload that stands in the form; undefined when the cluster does not have it. */
export function findWorkload(
  env: EnvValues,
  items: readonly Workload[],
): Workload | undefined {
  const namespace = env.namespace || DEFAULT_NAMESPACE;
  return items.find(
    item =>
      item.kind === env.kind &&
      item.namespace === namespace &&
      item.name === env.name,
  );
}

/** The container that is copied from: the one that is named, or the first. */
export function findContainer(
  { containers }: Workload,
  name: string,
): WorkloadContainer | undefined {
  return name ? containers.find(item => item.name === name) : containers[0];
}
