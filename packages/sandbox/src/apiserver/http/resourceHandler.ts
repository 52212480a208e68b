import { ResourceDefinition } from '../registry/resourceDefinition';
import { methodNotAllowed, notFound } from '../status/errors';
import { deleteCollection, deleteObject } from './deleteHandlers';
import { negotiateShape } from './negotiate';
import { readComputed } from './readComputed';
import { read } from './readHandlers';
import { ResourcePath } from './requestInfo';
import { HandlerContext, ResourceCall } from './resourceCall';
import { create, patch, update } from './writeHandlers';

/** Finds what a path is about and leads each verb to its handler. */
export class ResourceHandler {
  constructor(private readonly context: HandlerContext) {}

  /** The resource behind a path, or undefined when there is none. */
  resolve(path: ResourcePath): ResourceDefinition | undefined {
    const { registry } = this.context;
    const found = registry.find(path.group, path.version, path.plural);
    if (!found) return undefined;
    if (!found.namespaced && path.namespace !== undefined) return undefined;
    if (
      found.namespaced &&
      path.namespace === undefined &&
      path.name !== undefined
    ) {
      return undefined;
    }
    return found;
  }

  async handle(call: ResourceCall): Promise<void> {
    const { context } = this;
    const { path, definition, request } = call;
    const own = definition.subresources?.[path.subresource ?? ''];
    if (own) {
      await own.handle(call);
      return;
    }
    if (path.subresource !== undefined && !hasSubresource(call)) {
      throw notFound(definition, path.name ?? '');
    }
    const shape = negotiateShape(request.headers.accept);
    if (definition.computed) {
      readComputed(context, call, shape);
      return;
    }
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        read(context, call, shape);
        break;
      case 'POST':
        await create(context, call, shape);
        break;
      case 'PUT':
        await update(context, call, shape);
        break;
      case 'PATCH':
        await patch(context, call, shape);
        break;
      case 'DELETE':
        await (path.name === undefined
          ? deleteCollection(context, call)
          : deleteObject(context, call));
        break;
      default:
        throw methodNotAllowed(definition, '');
    }
  }
}

function hasSubresource({ path, definition }: ResourceCall): boolean {
  return (
    (path.subresource === 'status' && definition.hasStatus) ||
    (path.subresource === 'finalize' && definition.kind === 'Namespace')
  );
}
