import { ApiError } from '../status/apiError';

/** The shapes in which objects can be answered. */
export type Shape = 'object' | 'table' | 'partial';

interface MediaRange {
  type: string;
  parameters: Map<string, string>;
}

function rangesOf(accept: string): MediaRange[] {
  return accept.split(',').map(part => {
    const [type, ...parameters] = part.split(';').map(text => text.trim());
    return {
      type,
      parameters: new Map(
        parameters.map(text => text.split('=', 2) as [string, string]),
      ),
    };
  });
}

function isJson(type: string): boolean {
  return (
    type === 'application/json' || type === 'application/*' || type === '*/*'
  );
}

/** Picks the first shape of an Accept header that the sandbox can give; none is a 406. */
export function negotiateShape(accept: string | undefined): Shape {
  if (!accept) return 'object';
  for (const { type, parameters } of rangesOf(accept)) {
    if (!isJson(type)) continue;
    const as = parameters.get('as');
    const known =
      parameters.get('g') === 'meta.k8s.io' && parameters.get('v') === 'v1';
    if (!as) return 'object';
    if (as === 'Table' && known) return 'table';
    if (as.startsWith('PartialObjectMetadata') && known) return 'partial';
  }
  throw new ApiError(
    406,
    'NotAcceptable',
    'only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf',
  );
}

/** Whether the client takes the aggregated form of discovery (KEP-3352). */
export function acceptsAggregatedDiscovery(
  accept: string | undefined,
): boolean {
  return rangesOf(accept ?? '').some(
    ({ parameters }) =>
      parameters.get('g') === 'apidiscovery.k8s.io' &&
      parameters.get('v') === 'v2' &&
      parameters.get('as') === 'APIGroupDiscoveryList',
  );
}
