import type {
  Workload,
  WorkloadContainer,
  WorkloadEnvFrom,
  WorkloadList,
  WorkloadVariable,
  WorkloadVariableSource,
} from '@butler-portal/plugin-butler-common';
import {
  DEPLOYMENTS,
  NAMESPACES,
  STATEFUL_SETS,
} from '../kubernetes/resourceTypes';
import type { ResourceType } from '../kubernetes/resourceTypes';
import type { Container, EnvVar, PodSpec, Workload as Found } from './podTypes';
import { WORKSPACE_NAMESPACE } from './Tenant';
import type { Tenant } from './Tenant';

const PAGE = 250;
/** Of each kind; a cluster with more is asked namespace by namespace. */
const MAX_WORKLOADS = 1_000;
const MAX_NAMESPACES = 1_000;

const SOURCES: WorkloadVariableSource[] = [
  'secretKeyRef',
  'configMapKeyRef',
  'fieldRef',
  'resourceFieldRef',
];

/** Whether a namespace is Kubernetes' or Butler's own, and nothing that a developer works on. */
function isInternal(name: string): boolean {
  return name.startsWith('kube-') || name === WORKSPACE_NAMESPACE;
}

function variable({ name, valueFrom }: EnvVar): WorkloadVariable {
  if (!valueFrom) return { name, copied: true };
  const source = SOURCES.find(each => valueFrom[each]) ?? 'other';
  return { name, copied: false, source };
}

function envFromOf({ envFrom = [] }: Container): WorkloadEnvFrom[] {
  return envFrom.flatMap(({ configMapRef, secretRef }) => [
    ...(configMapRef?.name
      ? [{ source: 'configMapRef' as const, name: configMapRef.name }]
      : []),
    ...(secretRef?.name
      ? [{ source: 'secretRef' as const, name: secretRef.name }]
      : []),
  ]);
}

function containers({ containers: found = [] }: PodSpec): WorkloadContainer[] {
  return found.map(container => ({
    name: container.name,
    env: (container.env ?? []).map(variable),
    envFrom: envFromOf(container),
  }));
}

async function listAll<T>(
  tenant: Tenant,
  type: ResourceType,
  namespace: string | undefined,
  max: number,
): Promise<{ items: T[]; more: boolean }> {
  const items: T[] = [];
  let next: string | undefined;
  do {
    const page = await tenant.list<T>(type, namespace, {
      limit: PAGE,
      continue: next,
    });
    items.push(...page.items);
    next = page.next;
  } while (next && items.length < max);
  return { items: items.slice(0, max), more: Boolean(next) };
}

/**
 * The workloads of a tenant cluster that a workspace can copy the environment of. No value of a variable
 * leaves this function: the objects are read whole, and written down anew.
 *
 * @param namespace - only this one
 */
export async function listWorkloads(
  tenant: Tenant,
  namespace: string | undefined,
): Promise<WorkloadList> {
  const list = async (kind: Workload['kind'], type: ResourceType) => {
    const { items, more } = await listAll<Found>(
      tenant,
      type,
      namespace,
      MAX_WORKLOADS,
    );
    const workloads = items.map(({ metadata, spec }) => ({
      kind,
      namespace: metadata.namespace ?? '',
      name: metadata.name,
      containers: containers(spec?.template?.spec ?? {}),
    }));
    return { workloads, more };
  };
  const [namespaces, ...kinds] = await Promise.all([
    listAll<Found>(tenant, NAMESPACES, undefined, MAX_NAMESPACES),
    list('Deployment', DEPLOYMENTS),
    list('StatefulSet', STATEFUL_SETS),
  ]);
  const items = kinds
    .flatMap(({ workloads }) => workloads)
    .filter(each => !isInternal(each.namespace))
    .sort(
      (one, other) =>
        one.namespace.localeCompare(other.namespace) ||
        one.name.localeCompare(other.name),
    );
  return {
    namespaces: namespaces.items
      .map(({ metadata }) => metadata.name)
      .filter(name => !isInternal(name))
      .sort(),
    items,
    truncated: namespaces.more || kinds.some(({ more }) => more),
  };
}
