import { PATCH_TYPES } from '../patch/applyPatch';
import { UpdateOptions } from '../rest/options';
import {
  badRequest,
  methodNotAllowed,
  unsupportedMediaType,
} from '../status/errors';
import { isObject } from '../types';
import { answerObject } from './answer';
import { mediaType, readApplyPatch, readPatch, receiveObject } from './body';
import { Shape } from './negotiate';
import { HandlerContext, keyOf, ResourceCall } from './resourceCall';
import { ReceivedObject } from './serializer';
import { parseWriteOptions, QueriedOptions } from './writeOptions';

/** Who writes when the query does not say: the beginning of the User-Agent (`managerOrUserAgent`). */
function managerOf({ request }: ResourceCall): string {
  const agent = request.headers['user-agent'] ?? '';
  return agent.split('/')[0].slice(0, 128) || 'unknown';
}

function writeOptions(
  context: HandlerContext,
  call: ResourceCall,
  kind: 'CreateOptions' | 'UpdateOptions' | 'PatchOptions',
  isApply = false,
): QueriedOptions & UpdateOptions {
  const { query, path, response, user, definition } = call;
  const options = parseWriteOptions(query, kind, isApply);
  return {
    ...options,
    fieldManager: options.fieldManager ?? managerOf(call),
    warn: text =>
      response.appendHeader('Warning', `299 - ${JSON.stringify(text)}`),
    admit: (next, current) =>
      context.escalation.assertNone(user, definition, next, current),
    ...(path.subresource === 'status' && { subresource: 'status' }),
  };
}

/** Serves POST. */
export async function create(
  context: HandlerContext,
  call: ResourceCall,
  shape: Shape,
): Promise<void> {
  const { definition, path, request } = call;
  if (
    path.subresource !== undefined ||
    (definition.namespaced && path.namespace === undefined)
  ) {
    throw methodNotAllowed(definition, 'create');
  }
  const options = writeOptions(context, call, 'CreateOptions');
  const { object, duplicates } = await receiveObject(request, definition.kind);
  const made = context.rest.create(definition, path.namespace, object, {
    ...options,
    duplicates,
  });
  answerObject(context, call, shape, 201, made);
}

/** Serves PUT. */
export async function update(
  context: HandlerContext,
  call: ResourceCall,
  shape: Shape,
): Promise<void> {
  const { definition, request } = call;
  const key = keyOf(call);
  const options = writeOptions(context, call, 'UpdateOptions');
  const { object, duplicates }: ReceivedObject = await receiveObject(
    request,
    definition.kind,
  );
  const updated = context.rest.update(definition, key, object, {
    ...options,
    duplicates,
  });
  answerObject(context, call, shape, 200, updated);
}

async function apply(
  context: HandlerContext,
  call: ResourceCall,
  shape: Shape,
): Promise<void> {
  const { definition, request } = call;
  const key = keyOf(call);
  const {
    force = false,
    fieldManager = '',
    ...options
  } = writeOptions(context, call, 'PatchOptions', true);
  const config = await readApplyPatch(request);
  if (!isObject(config)) {
    throw badRequest('error decoding YAML: the patch is no object');
  }
  const { object, created } = context.rest.apply(definition, key, config, {
    ...options,
    force,
    fieldManager,
  });
  answerObject(context, call, shape, created ? 201 : 200, object);
}

/** Serves PATCH. */
export async function patch(
  context: HandlerContext,
  call: ResourceCall,
  shape: Shape,
): Promise<void> {
  const { definition, request } = call;
  const key = keyOf(call);
  const contentType = mediaType(request);
  const accepted: string[] = [
    PATCH_TYPES.json,
    PATCH_TYPES.merge,
    ...(definition.builtIn ? [PATCH_TYPES.strategic] : []),
    PATCH_TYPES.apply,
  ];
  if (!accepted.includes(contentType)) {
    throw unsupportedMediaType(accepted);
  }
  if (contentType === PATCH_TYPES.apply) {
    await apply(context, call, shape);
    return;
  }
  const options = writeOptions(context, call, 'PatchOptions');
  const { value: body, duplicates } = await readPatch(request);
  const patched = context.rest.patch(
    definition,
    key,
    { contentType, body },
    {
      ...options,
      // Of a list of operations nobody says which keys stand twice.
      ...(contentType !== PATCH_TYPES.json && { duplicates }),
    },
  );
  answerObject(context, call, shape, 200, patched);
}
