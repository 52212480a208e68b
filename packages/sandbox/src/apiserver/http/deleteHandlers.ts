import { DeleteOptions, PropagationPolicy } from '../rest/options';
import { badRequest, methodNotAllowed } from '../status/errors';
import {
  FieldError,
  invalid,
  invalidObject,
  notSupported,
} from '../status/fieldErrors';
import { isObject, JsonObject, JsonValue } from '../types';
import { readOptionalObject } from './body';
import { listJson, listPage } from './listing';
import { HandlerContext, keyOf, ResourceCall } from './resourceCall';
import { isTrue } from './query';
import { sendJson, sendJsonText } from './responder';
import { parseWriteOptions } from './writeOptions';

const POLICIES: PropagationPolicy[] = ['Foreground', 'Background', 'Orphan'];

function isPolicy(value: JsonValue | undefined): value is PropagationPolicy {
  return POLICIES.some(policy => policy === value);
}

/** The options that a DELETE without a body has in its query. */
function optionsInQuery(query: URLSearchParams): JsonObject {
  const policy = query.get('propagationPolicy');
  const orphan = query.get('orphanDependents');
  const grace = query.get('gracePeriodSeconds');
  return {
    ...(grace !== null && { gracePeriodSeconds: Number(grace) }),
    ...(policy !== null && { propagationPolicy: policy }),
    ...(orphan !== null && { orphanDependents: isTrue(orphan) }),
  };
}

function propagationOf(options: JsonObject): PropagationPolicy | undefined {
  const { propagationPolicy: policy, orphanDependents: orphan } = options;
  const errors: FieldError[] = [];
  const given = policy !== undefined && policy !== null;
  const orphanGiven = orphan !== undefined && orphan !== null;
  if (given && orphanGiven) {
    errors.push(
      invalid(
        'propagationPolicy',
        policy,
        'orphanDependents and deletionPropagation cannot be both set',
      ),
    );
  }
  if (given && !isPolicy(policy)) {
    errors.push(
      notSupported('propagationPolicy', policy, [...POLICIES, 'nil']),
    );
  }
  if (errors.length > 0) {
    throw invalidObject(
      { group: 'meta.k8s.io', kind: 'DeleteOptions' },
      '',
      errors,
    );
  }
  if (orphanGiven) return orphan ? 'Orphan' : 'Background';
  return isPolicy(policy) ? policy : undefined;
}

async function deleteOptions({
  request,
  query,
}: ResourceCall): Promise<DeleteOptions> {
  const body = await readOptionalObject(request);
  if (body.kind !== undefined && body.kind !== 'DeleteOptions') {
    throw badRequest(
      `no kind "${body.kind}" is registered for version "${body.apiVersion}" in scheme "k8s.io/apimachinery/pkg/apis/meta/internalversion/scheme/register.go:27"`,
    );
  }
  const { dryRun } = parseWriteOptions(query, 'DeleteOptions');
  const wanted = isObject(body.preconditions) ? body.preconditions : {};
  const given = Object.keys(body).length > 0 ? body : optionsInQuery(query);
  const grace = given.gracePeriodSeconds;
  return {
    ...(typeof grace === 'number' &&
      grace >= 0 && { gracePeriodSeconds: grace }),
    dryRun:
      dryRun || (Array.isArray(body.dryRun) && body.dryRun.includes('All')),
    propagationPolicy: propagationOf(given),
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
