import { isDeepStrictEqual } from 'node:util';
import { resourceId } from '../../registry/resourceDefinition';
import { Store } from '../../storage/store';
import { KubeObject } from '../../types';
import { PolicyRule, RBAC, rulesOf } from './model';

const CLUSTER_ROLES = resourceId({ group: RBAC, plural: 'clusterroles' });

interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

function selects(selector: LabelSelector, labels: Record<string, string>) {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  return (
    Object.entries(matchLabels).every(
      ([key, value]) => labels[key] === value,
    ) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      const value = labels[key];
      if (operator === 'Exists') return value !== undefined;
      if (operator === 'DoesNotExist') return value === undefined;
      const listed = value !== undefined && values.includes(value);
      return operator === 'In' ? listed : !listed;
    })
  );
}

function selectorsOf({ aggregationRule }: KubeObject) {
  const rule = aggregationRule as
    | { clusterRoleSelectors?: LabelSelector[] }
    | undefined;
  return rule?.clusterRoleSelectors;
}

/** The rules that an aggregated ClusterRole has by the others' labels; undefined when it is none. */
function aggregate(
  role: KubeObject,
  all: KubeObject[],
): PolicyRule[] | undefined {
  const selectors = selectorsOf(role);
  if (!selectors) return undefined;
  const rules: PolicyRule[] = [];
  for (const other of all) {
    const { name, labels = {} } = other.metadata;
    const chosen = selectors.some(selector => selects(selector, labels));
    if (!chosen || name === role.metadata.name) continue;
    for (const rule of rulesOf(other)) {
      if (!rules.some(known => isDeepStrictEqual(known, rule))) {
        rules.push(rule);
      }
    }
  }
  return rules;
}

/** Writes the rules of aggregated ClusterRoles, such as `edit`, whenever one that counts changes. */
export class ClusterRoleAggregation {
  private scheduled = false;

  constructor(private readonly store: Store) {}

  start(): void {
    this.store.subscribe(CLUSTER_ROLES, () => this.schedule());
    this.schedule();
  }

  /** Not within a change itself: those who listen to it must see it before what follows from it. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    queueMicrotask(() => {
      this.scheduled = false;
      this.reconcile();
    });
  }

  private reconcile(): void {
    const all = this.store.collection(CLUSTER_ROLES).list();
    for (const role of all) {
      const rules = aggregate(role, all);
      // An aggregate of aggregates follows with the next round, which this write brings about.
      if (rules && !isDeepStrictEqual(rules, rulesOf(role))) {
        this.store.put(CLUSTER_ROLES, { ...role, rules });
      }
    }
  }
}
