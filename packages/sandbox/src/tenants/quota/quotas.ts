import { Objects } from '../../apiserver/objects';
import { ApiError } from '../../apiserver/status/apiError';
import { Store } from '../../apiserver/storage/store';
import { isObject, KubeObject } from '../../apiserver/types';
import { parseQuantity } from './quantity';
import { counts, formatUsage, silentContainers, Usage, usageOf } from './usage';

const COUNTED = ['pods.', 'persistentvolumeclaims.'];

function hardOf({ spec }: KubeObject): Usage {
  return Object.fromEntries(
    Object.entries(isObject(spec?.hard) ? spec.hard : {}).map(
      ([name, value]) => [name, parseQuantity(String(value)) ?? 0n],
    ),
  );
}

function pretty(amounts: Usage): string {
  return Object.entries(formatUsage(amounts))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(',');
}

function refuse(object: KubeObject, plural: string, why: string): ApiError {
  const { name } = object.metadata;
  return new ApiError(
    403,
    'Forbidden',
    `${plural} ${JSON.stringify(name)} is forbidden: ${why}`,
    { name, kind: plural },
  );
}

/** ResourceQuotas: what is taken, and the refusal of what is too much (`k8s.io/apiserver/pkg/admission/plugin/resourcequota`). */
export class Quotas {
  constructor(private readonly store: Store) {}

  /**
   * Lets an object in, if every quota of its namespace has room for it.
   *
   * @throws ApiError 403 in the words of Kubernetes
   */
  admit(object: KubeObject, plural: string): void {
    for (const quota of this.store
      .collection('resourcequotas.')
      .list(object.metadata.namespace)) {
      this.assertRoom(object, plural, quota);
    }
  }

  /** What is taken of each resource of a quota. */
  used(quota: KubeObject): Usage {
    const used: Usage = {};
    const objects = COUNTED.flatMap(id =>
      this.store.collection(id).list(quota.metadata.namespace),
    ).filter(counts);
    for (const resource of Object.keys(hardOf(quota))) {
      used[resource] = objects.reduce(
        (sum, object) => sum + (usageOf(object, resource) ?? 0n),
        0n,
      );
    }
    return used;
  }

  /** Brings a quota's status to what is taken now. */
  writeStatus(
    objects: Objects,
    key: { namespace: string; name: string },
  ): void {
    const quota = objects.get('resourcequotas', key);
    if (!quota) return;
    const status = {
      hard: isObject(quota.spec?.hard) ? quota.spec.hard : {},
      used: formatUsage(this.used(quota)),
    };
    objects.patch('resourcequotas', key, { status }, 'status');
  }

  private assertRoom(
    object: KubeObject,
    plural: string,
    quota: KubeObject,
  ): void {
    const hard = hardOf(quota);
    const wanted = Object.keys(hard).filter(
      resource => usageOf(object, resource) !== undefined,
    );
    if (wanted.length === 0) return;
    const { name } = quota.metadata;
    if (object.kind === 'Pod') {
      const silent = wanted
        .filter(resource => resource !== 'pods')
        .sort()
        .map(resource => ({ resource, by: silentContainers(object, resource) }))
        .filter(({ by }) => by.length > 0)
        .map(({ resource, by }) => `${resource} for: ${by.sort().join(',')}`);
      if (silent.length > 0) {
        const what = silent.join('; ');
        throw refuse(
          object,
          plural,
          `failed quota: ${name}: must specify ${what}`,
        );
      }
    }
    const used = this.used(quota);
    const exceeded = wanted.filter(
      resource =>
        used[resource] + (usageOf(object, resource) ?? 0n) > hard[resource],
    );
    if (exceeded.length === 0) return;
    const only = (amounts: Usage) =>
      pretty(
        Object.fromEntries(
          exceeded.map(resource => [resource, amounts[resource]]),
        ),
      );
    const requested = Object.fromEntries(
      exceeded.map(resource => [resource, usageOf(object, resource) ?? 0n]),
    );
    throw refuse(
      object,
      plural,
      `exceeded quota: ${name}, requested: ${only(requested)}, used: ${only(
        used,
      )}, limited: ${only(hard)}`,
    );
  }
}
