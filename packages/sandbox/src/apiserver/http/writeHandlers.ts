import { PATCH_TYPES } from '../patch/applyPatch';
import { UpdateOptions, WriteOptions } from '../rest/options';
import { methodNotAllowed, unsupportedMediaType } from '../status/errors';
import { answerObject } from './answer';
import { mediaType, readObject, readPatch } from './body';
import { Shape } from './negotiate';
import { HandlerContext, keyOf, ResourceCall } from './resourceCall';
import { parseWriteOptions } from './writeOptions';

function writeOptions(
  { query, response }: ResourceCall,
  kind: 'CreateOptions' | 'UpdateOptions' | 'PatchOptions',
): WriteOptions {
  return {
    ...parseWriteOptions(query, kind),
    warn: text =>
      response.appendHeader('Warning', `299 - ${JSON.stringify(text)}`),
  };
}

function updateOptions(
  call: ResourceCall,
  kind: 'UpdateOptions' | 'PatchOptions',
): UpdateOptions {
  return {
    ...writeOptions(call, kind),
    ...(call.path.subresource === 'status' && { subresource: 'status' }),
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
  const options = writeOptions(call, 'CreateOptions');
  const body = await readObject(request, definition.kind);
  const made = context.rest.create(definition, path.namespace, body, options);
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
  const options = updateOptions(call, 'UpdateOptions');
  const body = await readObject(request, definition.kind);
  const updated = context.rest.update(definition, key, body, options);
  answerObject(context, call, shape, 200, updated);
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
    PATCH_TYPES.apply,
  ];
  if (definition.builtIn) accepted.push(PATCH_TYPES.strategic);
  if (!accepted.includes(contentType)) {
    throw unsupportedMediaType(accepted);
  }
  const options = updateOptions(call, 'PatchOptions');
  const body =
    contentType === PATCH_TYPES.apply ? null : await readPatch(request);
  const patched = context.rest.patch(
    definition,
    key,
    { contentType, body },
    options,
  );
  answerObject(context, call, shape, 200, patched);
}
