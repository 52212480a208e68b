import { apiVersionOf } from '../registry/resourceDefinition';
import { selection } from '../selectors/selection';
import { methodNotAllowed, notFound } from '../status/errors';
import { answerObject } from './answer';
import { Shape } from './negotiate';
import { HandlerContext, ResourceCall } from './resourceCall';
import { sendJson } from './responder';
import { Shaping } from './shaping';

/** Serves GET of a resource whose objects are made at each reading. */
export function readComputed(
  context: HandlerContext,
  call: ResourceCall,
  shape: Shape,
): void {
  const { definition, path, query, request, response } = call;
  if (request.method !== 'GET' || query.get('watch') === 'true') {
    throw methodNotAllowed(definition, String(request.method).toLowerCase());
  }
  const objects = definition.computed?.(path.namespace) ?? [];
  if (path.name !== undefined) {
    const found = objects.find(({ metadata }) => metadata.name === path.name);
    if (!found) throw notFound(definition, path.name);
    answerObject(context, call, shape, 200, found);
    return;
  }
  const items = objects.filter(
    selection({ labelSelector: query.get('labelSelector') ?? undefined }),
  );
  const shaping = new Shaping(definition, shape, query, context.now);
  const body =
    shape.as === 'object'
      ? {
          kind: definition.listKind,
          apiVersion: apiVersionOf(definition),
          metadata: {},
          items,
        }
      : shaping.page({
          items,
          metadata: { resourceVersion: '', continue: '' },
        });
  sendJson(response, 200, body);
}
