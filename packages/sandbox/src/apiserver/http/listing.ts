import {
  apiVersionOf,
  ResourceDefinition,
  resourceId,
} from '../registry/resourceDefinition';
import { selection } from '../selectors/selection';
import { ApiError } from '../status/apiError';
import { badRequest, expired } from '../status/errors';
import { forbidden, invalidObject, notSupported } from '../status/fieldErrors';
import { decodeToken, encodeToken, expiredToken } from './continueToken';
import { storageKey } from '../storage/collection';
import { jsonOf } from '../storage/json';
import { Store } from '../storage/store';
import { KubeObject } from '../types';

/** A page of objects, as they were at one version. */
export interface Page {
  items: KubeObject[];
  metadata: {
    resourceVersion: string;
    /** Empty on the last page, as Kubernetes writes it. */
    continue: string;
    remainingItemCount?: number;
  };
}

const LIST_OPTIONS = { group: 'meta.k8s.io', kind: 'ListOptions' };

/** Reads a `resourceVersion` parameter; what is no number is a 500 here, as kube-apiserver has it, and a 400 for lists. */
export function parseVersion(text: string | null): number | undefined {
  if (!text) return undefined;
  if (!/^\d+$/.test(text)) {
    throw new ApiError(500, undefined, versionProblem(text));
  }
  return Number(text);
}

function versionProblem(text: string): string {
  return `resourceVersion: Invalid value: ${JSON.stringify(
    text,
  )}: strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`;
}

function parseListVersion(text: string | null): number | undefined {
  if (text && !/^\d+$/.test(text)) {
    throw badRequest(`invalid resource version: ${versionProblem(text)}`);
  }
  return parseVersion(text);
}

/** Refuses a version that this server has not reached: the client knows another server, or one that was restarted. */
export function assertReached(version: number, store: Store): void {
  if (version > store.revision) {
    throw new ApiError(
      504,
      'Timeout',
      `Timeout: Too large resource version: ${version}, current: ${store.revision}`,
      {
        causes: [
          {
            reason: 'ResourceVersionTooLarge',
            message: 'Too large resource version',
            field: '',
          },
        ],
        retryAfterSeconds: 1,
      },
    );
  }
}

function parseLimit(text: string | null): number {
  if (!text) return 0;
  if (!/^-?\d+$/.test(text)) {
    throw badRequest(`strconv.ParseInt: parsing "${text}": invalid syntax`);
  }
  return Math.max(0, Number(text));
}

function assertMatch(match: string | null, version: number | undefined): void {
  if (!match) return;
  const refuse = (message: Parameters<typeof invalidObject>[2][number]) =>
    invalidObject(LIST_OPTIONS, '', [message]);
  if (version === undefined) {
    throw refuse(
      forbidden(
        'resourceVersionMatch',
        'resourceVersionMatch is forbidden unless resourceVersion is provided',
      ),
    );
  }
  if (match !== 'Exact' && match !== 'NotOlderThan') {
    throw refuse(
      notSupported('resourceVersionMatch', match, [
        'Exact',
        'NotOlderThan',
        '',
      ]),
    );
  }
  if (match === 'Exact' && version === 0) {
    throw refuse(
      forbidden(
        'resourceVersionMatch',
        'resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
      ),
    );
  }
}

/** Lists objects: selectors, pages with continue tokens, exact versions. */
export function listPage(
  store: Store,
  definition: ResourceDefinition,
  namespace: string | undefined,
  query: URLSearchParams,
): Page {
  const fits = selection({
    selectableFields: definition.selectableFields,
    labelSelector: query.get('labelSelector') ?? undefined,
    fieldSelector: query.get('fieldSelector') ?? undefined,
  });
  const version = parseListVersion(query.get('resourceVersion'));
  // The watch cache of kube-apiserver answers version 0, and it does not page.
  const limit = version === 0 ? 0 : parseLimit(query.get('limit'));
  const match = query.get('resourceVersionMatch');
  const continued = query.get('continue');
  if (query.get('sendInitialEvents')) {
    throw invalidObject(LIST_OPTIONS, '', [
      forbidden('sendInitialEvents', 'sendInitialEvents is forbidden for list'),
    ]);
  }
  if (continued && version) {
    throw badRequest(
      'specifying resource version is not allowed when using continue',
    );
  }
  if (!continued) assertMatch(match, version);
  if (version) assertReached(version, store);
  const token = continued ? decodeToken(continued) : undefined;
  const exact = token?.revision ?? (match === 'Exact' ? version : undefined);
  const revision = exact ?? store.revision;
  const collection = store.collection(resourceId(definition));
  const all =
    exact === undefined
      ? collection.list(namespace)
      : collection.listAt(exact, namespace);
  if (!all) {
    throw token
      ? expiredToken(token)
      : expired('The resourceVersion for the provided list is too old.');
  }
  const matching = all.filter(
    object =>
      (!token || storageKey(object.metadata) > token.start) && fits(object),
  );
  const items = limit > 0 ? matching.slice(0, limit) : matching;
  const left = matching.length - items.length;
  const selective = query.get('labelSelector') || query.get('fieldSelector');
  return {
    items,
    metadata: {
      resourceVersion: String(revision),
      continue: '',
      ...(left > 0 && {
        continue: encodeToken({
          revision,
          start: storageKey(items[items.length - 1].metadata),
        }),
        // Kubernetes does not count what is left when it would have to filter.
        ...(!selective && { remainingItemCount: left }),
      }),
    },
  };
}

/** A page as the list kind of its resource, in JSON: the items' texts are joined, not made again for each list. */
export function listJson(definition: ResourceDefinition, page: Page): string {
  const head = JSON.stringify({
    apiVersion: apiVersionOf(definition),
    kind: definition.listKind,
    metadata: page.metadata,
  });
  return `${head.slice(0, -1)},"items":[${page.items.map(jsonOf).join(',')}]}`;
}
