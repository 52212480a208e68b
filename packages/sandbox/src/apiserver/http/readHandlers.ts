import { parseIncludeObject, partialMetadata, toTable } from '../table/table';
import { serveWatch } from '../watch/serveWatch';
import { answerObject } from './answer';
import { listJson, listPage } from './listing';
import { Shape } from './negotiate';
import { HandlerContext, keyOf, ResourceCall } from './resourceCall';
import { sendJson, sendJsonText } from './responder';

function isWatch(query: URLSearchParams): boolean {
  return query.get('watch') === 'true' || query.get('watch') === '1';
}

function watch(
  { store, gate, now }: HandlerContext,
  { definition, path, query, response }: ResourceCall,
  shape: Shape,
): void {
  const include = parseIncludeObject(query.get('includeObject') ?? undefined);
  if (path.name !== undefined) {
    query.set('fieldSelector', `metadata.name=${path.name}`);
  }
  serveWatch({
    store,
    definition,
    namespace: path.namespace,
    query,
    response,
    gate,
    shape: (object, first) => {
      if (shape === 'partial') return partialMetadata(object);
      if (shape === 'object') return object;
      const { resourceVersion } = object.metadata;
      return toTable(
        definition,
        [object],
        { resourceVersion },
        { include, headers: first, now: now().getTime() },
      );
    },
  });
}

function list(
  { store, now }: HandlerContext,
  { definition, path, query, response }: ResourceCall,
  shape: Shape,
): void {
  const include = parseIncludeObject(query.get('includeObject') ?? undefined);
  const page = listPage(store, definition, path.namespace, query);
  if (shape === 'table') {
    sendJson(
      response,
      200,
      toTable(definition, page.items, page.metadata, {
        include,
        now: now().getTime(),
      }),
    );
  } else if (shape === 'partial') {
    sendJson(response, 200, {
      kind: 'PartialObjectMetadataList',
      apiVersion: 'meta.k8s.io/v1',
      metadata: page.metadata,
      items: page.items.map(partialMetadata),
    });
  } else {
    sendJsonText(response, 200, listJson(definition, page));
  }
}

/** Serves GET: one object, a list or a watch. */
export function read(
  context: HandlerContext,
  call: ResourceCall,
  shape: Shape,
): void {
  const { definition, path, query } = call;
  if (isWatch(query)) {
    watch(context, call, shape);
  } else if (path.name === undefined) {
    list(context, call, shape);
  } else {
    const found = context.rest.get(definition, keyOf(call));
    answerObject(context, call, shape, 200, found);
  }
}
