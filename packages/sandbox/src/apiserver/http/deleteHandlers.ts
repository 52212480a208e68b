import { DeleteOptions } from '../rest/options';
import { badRequest, methodNotAllowed } from '../status/errors';
import { isObject } from '../types';
import { readOptionalObject } from './body';
import { listJson, listPage } from './listing';
import { HandlerContext, keyOf, ResourceCall } from './resourceCall';
import { sendJson, sendJsonText } from './responder';
import { parseWriteOptions } from './writeOptions';

async function deleteOptions({
  request,
  query,
}: ResourceCall): Promise<DeleteOptions> {
  const body = await readOptionalObject(request);
  if (body.kind !== undefined && body.kind !== 'DeleteOptions') {
    throw badRequest(
      `no kind "${body.kind}" is registered for version "${body.apiVersion}"`,
    );
  }
  const { dryRun } = parseWriteOptions(query, 'DeleteOptions');
  const wanted = isObject(body.preconditions) ? body.preconditions : {};
  return {
    dryRun:
      dryRun || (Array.isArray(body.dryRun) && body.dryRun.includes('All')),
    preconditions: {
      ...(typeof wanted.uid === 'string' && { uid: wanted.uid }),
      ...(typeof wanted.resourceVersion === 'string' && {
        resourceVersion: wanted.resourceVersion,
      }),
    },
  };
}

/** Serves DELETE of one object. */
export async function deleteObject(
  { rest }: HandlerContext,
  call: ResourceCall,
): Promise<void> {
  const { definition, path, response } = call;
  if (path.subresource !== undefined) {
    throw methodNotAllowed(definition, 'delete');
  }
  const options = await deleteOptions(call);
  sendJson(response, 200, rest.delete(definition, keyOf(call), options));
}

/** Serves DELETE of what a list would show. */
export async function deleteCollection(
  { rest, store }: HandlerContext,
  call: ResourceCall,
): Promise<void> {
  const { definition, path, query, response } = call;
  const options = await deleteOptions(call);
  const page = listPage(store, definition, path.namespace, query);
  for (const object of page.items) {
    rest.delete(definition, object.metadata, options);
  }
  sendJsonText(response, 200, listJson(definition, page));
}
