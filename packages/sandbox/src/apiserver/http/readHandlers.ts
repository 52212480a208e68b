import { serveWatch } from '../watch/serveWatch';
import { answerObject } from './answer';
import { assertReached, listJson, listPage, parseVersion } from './listing';
import { Shape } from './negotiate';
import { HandlerContext, keyOf, ResourceCall } from './resourceCall';
import { sendJson, sendJsonText } from './responder';
import { Shaping } from './shaping';
import { verbOf } from './verb';

function watch(
  { store, gate, now }: HandlerContext,
  { definition, path, query, response }: ResourceCall,
  shape: Shape,
): void {
  const shaping = new Shaping(definition, shape, query, now);
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
    shape: (object, first) => shaping.object(object, first),
  });
}

function list(
  { store, now }: HandlerContext,
  { definition, path, query, response }: ResourceCall,
  shape: Shape,
): void {
  const shaping = new Shaping(definition, shape, query, now);
  const page = listPage(store, definition, path.namespace, query);
  if (shape.as === 'object') {
    sendJsonText(response, 200, listJson(definition, page));
  } else {
    sendJson(response, 200, shaping.page(page));
  }
}

/** Serves GET: one object, a list or a watch. */
export function read(
  context: HandlerContext,
  call: ResourceCall,
  shape: Shape,
): void {
  const { definition, path, query } = call;
  if (verbOf('GET', path, query) === 'watch') {
    watch(context, call, shape);
  } else if (path.name === undefined) {
    list(context, call, shape);
  } else {
    const version = parseVersion(query.get('resourceVersion'));
    if (version) assertReached(version, context.store);
    const found = context.rest.get(definition, keyOf(call));
    answerObject(context, call, shape, 200, found);
  }
}
