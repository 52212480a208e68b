import { ApiError } from '../status/apiError';

/** The shape in which objects are answered, and the version of the kinds that stand for other shapes. */
export interface Shape {
  as: 'object' | 'table' | 'partial';
  version: 'v1' | 'v1beta1';
}

/** How an answer is written. Protobuf is for refusals only: no object is answered in it. */
export type Encoding = 'json' | 'yaml' | 'protobuf';

interface MediaRange {
  type: string;
  parameters: Map<string, string>;
}

const PROTOBUF = 'application/vnd.kubernetes.protobuf';

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

function encodingOf({ type }: MediaRange): Encoding | undefined {
  if (['application/json', 'application/*', '*/*'].includes(type)) {
    return 'json';
  }
  return type === 'application/yaml' ? 'yaml' : undefined;
}

function shapeOf({ parameters }: MediaRange): Shape | undefined {
  const as = parameters.get('as');
  if (!as) return { as: 'object', version: 'v1' };
  const version = parameters.get('v');
  if (parameters.get('g') !== 'meta.k8s.io') return undefined;
  if (version !== 'v1' && version !== 'v1beta1') return undefined;
  if (as === 'Table') return { as: 'table', version };
  return as.startsWith('PartialObjectMetadata')
    ? { as: 'partial', version }
    : undefined;
}

function notAcceptable(): ApiError {
  return new ApiError(
    406,
    'NotAcceptable',
    `only the following media types are accepted: application/json, application/yaml, ${PROTOBUF}`,
  );
}

/** Picks the first shape of an Accept header that the sandbox can give; none is a 406. */
export function negotiateShape(accept: string | undefined): Shape {
  const shapes = rangesOf(accept || '*/*')
    .filter(encodingOf)
    .map(shapeOf)
    .filter(shape => shape !== undefined);
  if (!shapes[0]) throw notAcceptable();
  return shapes[0];
}

/** How an answer to this Accept header is written. */
export function negotiateEncoding(accept: string | undefined): Encoding {
  const ranges = rangesOf(accept || '*/*');
  const [encoding] = ranges.map(encodingOf).filter(Boolean);
  if (encoding) return encoding;
  return ranges.some(({ type }) => type === PROTOBUF) ? 'protobuf' : 'json';
}

/** Whether the client takes the aggregated form of discovery (KEP-3352) first of all; one that takes none is a 406. */
export function prefersAggregatedDiscovery(
  accept: string | undefined,
): boolean {
  for (const range of rangesOf(accept || '*/*').filter(encodingOf)) {
    const { parameters } = range;
    if (!parameters.has('as')) return false;
    if (
      parameters.get('g') === 'apidiscovery.k8s.io' &&
      parameters.get('v') === 'v2' &&
      parameters.get('as') === 'APIGroupDiscoveryList'
    ) {
      return true;
    }
  }
  throw notAcceptable();
}
