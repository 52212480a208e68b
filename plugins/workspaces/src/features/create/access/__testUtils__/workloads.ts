import type {
  Workload,
  WorkloadContainer,
  WorkloadList,
} from '@butler-portal/plugin-butler-common';

/** A Deployment with containers that have no variables, unless told otherwise. */
export function aWorkload({
  kind = 'Deployment',
  namespace = 'default',
  name = 'api',
  containers = ['main'],
}: {
  kind?: Workload['kind'];
  namespace?: string;
  name?: string;
  containers?: (string | WorkloadContainer)[];
} = {}): Workload {
  return {
    kind,
    namespace,
    name,
    containers: containers.map(container =>
      typeof container === 'string'
        ? { name: container, env: [], envFrom: [] }
        : container,
    ),
  };
}

/** What a cluster answers that has these workloads. */
export function aWorkloadList(
  items: Workload[],
  truncated = false,
): WorkloadList {
  const namespaces = [...new Set(items.map(({ namespace }) => namespace))];
  return { namespaces, items, truncated };
}
