import { IncomingMessage, ServerResponse } from 'node:http';
import { PATCH_TYPES } from '../patch/applyPatch';
import { Registry } from '../registry/registry';
import { ResourceDefinition } from '../registry/resourceDefinition';
import { Rest } from '../rest/rest';
import { DeleteOptions, WriteOptions } from '../rest/options';
import {
  badRequest,
  methodNotAllowed,
  notFound,
  unsupportedMediaType,
} from '../status/errors';
import { Store } from '../storage/store';
import { parseIncludeObject, partialMetadata, toTable } from '../table/table';
import { isObject, KubeObject, ObjectKey } from '../types';
import { serveWatch } from '../watch/serveWatch';
import { WatchGate } from '../watch/watchGate';
import { mediaType, readObject, readOptionalObject, readPatch } from './body';
import { listPage, toList } from './listing';
import { negotiateShape, Shape } from './negotiate';
import { ResourcePath } from './requestInfo';
import { sendJson } from './responder';
import { parseWriteOptions } from './writeOptions';

/** A request about a resource, with all that its handler needs. */
export interface ResourceCall {
  request: IncomingMessage;
  response: ServerResponse;
  path: ResourcePath;
  query: URLSearchParams;
  definition: ResourceDefinition;
}

/** Serves the verbs of the API over HTTP: reads the request, calls `Rest`, shapes the answer. */
export class ResourceHandler {
  constructor(
    private readonly store: Store,
    private readonly rest: Rest,
    private readonly registry: Registry,
    private readonly gate: WatchGate,
    private readonly now: () => Date,
  ) {}

  /** The resource behind a path, or undefined when there is none. */
  resolve(path: ResourcePath): ResourceDefinition | undefined {
    const found = this.registry.find(path.group, path.version, path.plural);
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
    const { path, definition, request } = call;
    if (path.subresource !== undefined && !this.hasSubresource(call)) {
      throw notFound(definition, path.name ?? '');
    }
    const method = request.method === 'HEAD' ? 'GET' : request.method ?? 'GET';
    const shape = negotiateShape(request.headers.accept);
    switch (method) {
      case 'GET':
        return path.name === undefined || call.query.get('watch') === 'true'
          ? this.listOrWatch(call, shape)
          : this.answer(
              call,
              shape,
              200,
              this.rest.get(definition, this.key(call)),
            );
      case 'POST':
        return this.create(call, shape);
      case 'PUT':
        return this.update(call, shape);
      case 'PATCH':
        return this.patch(call, shape);
      case 'DELETE':
        return path.name === undefined
          ? this.deleteCollection(call)
          : this.delete(call);
      default:
        throw methodNotAllowed(definition, '');
    }
  }

  private hasSubresource({ path, definition }: ResourceCall): boolean {
    return (
      (path.subresource === 'status' && definition.hasStatus) ||
      (path.subresource === 'finalize' && definition.kind === 'Namespace')
    );
  }

  private key({ path }: ResourceCall): ObjectKey {
    if (path.name === undefined) {
      throw badRequest('name must be provided');
    }
    return { namespace: path.namespace, name: path.name };
  }

  private listOrWatch(call: ResourceCall, shape: Shape): void {
    const { definition, query, path, response } = call;
    const include = parseIncludeObject(query.get('includeObject') ?? undefined);
    const now = this.now().getTime();
    if (path.name !== undefined) {
      query.set('fieldSelector', `metadata.name=${path.name}`);
    }
    const watch = query.get('watch');
    if (watch === 'true' || watch === '1') {
      serveWatch({
        store: this.store,
        definition,
        namespace: path.namespace,
        query,
        response,
        gate: this.gate,
        shape: (object, first) => {
          if (shape === 'partial') return partialMetadata(object);
          if (shape === 'object') return object;
          const { resourceVersion } = object.metadata;
          return toTable(
            definition,
            [object],
            { resourceVersion },
            {
              include,
              headers: first,
              now: this.now().getTime(),
            },
          );
        },
      });
      return;
    }
    const page = listPage(this.store, definition, path.namespace, query);
    if (shape === 'table') {
      sendJson(
        response,
        200,
        toTable(definition, page.items, page.metadata, { include, now }),
      );
    } else if (shape === 'partial') {
      sendJson(response, 200, {
        kind: 'PartialObjectMetadataList',
        apiVersion: 'meta.k8s.io/v1',
        metadata: page.metadata,
        items: page.items.map(partialMetadata),
      });
    } else {
      sendJson(response, 200, toList(definition, page));
    }
  }

  private async create(call: ResourceCall, shape: Shape): Promise<void> {
    const { definition, path, request } = call;
    if (path.subresource !== undefined) {
      throw methodNotAllowed(definition, 'create');
    }
    if (definition.namespaced && path.namespace === undefined) {
      throw methodNotAllowed(definition, 'create');
    }
    const options = this.writeOptions(call, 'CreateOptions');
    const body = await readObject(request, definition.kind);
    const made = this.rest.create(definition, path.namespace, body, options);
    this.answer(call, shape, 201, made);
  }

  private async update(call: ResourceCall, shape: Shape): Promise<void> {
    const { definition, path, request } = call;
    const key = this.key(call);
    const options = this.writeOptions(call, 'UpdateOptions');
    const body = await readObject(request, definition.kind);
    const updated = this.rest.update(definition, key, body, {
      ...options,
      ...(path.subresource === 'status' && { subresource: 'status' }),
    });
    this.answer(call, shape, 200, updated);
  }

  private async patch(call: ResourceCall, shape: Shape): Promise<void> {
    const { definition, path, request } = call;
    const key = this.key(call);
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
    const options = this.writeOptions(call, 'PatchOptions');
    const body =
      contentType === PATCH_TYPES.apply ? null : await readPatch(request);
    const patched = this.rest.patch(
      definition,
      key,
      { contentType, body },
      {
        ...options,
        ...(path.subresource === 'status' && { subresource: 'status' }),
      },
    );
    this.answer(call, shape, 200, patched);
  }

  private async delete(call: ResourceCall): Promise<void> {
    const { definition, path } = call;
    if (path.subresource !== undefined) {
      throw methodNotAllowed(definition, 'delete');
    }
    const options = await this.deleteOptions(call);
    sendJson(
      call.response,
      200,
      this.rest.delete(definition, this.key(call), options),
    );
  }

  private async deleteCollection(call: ResourceCall): Promise<void> {
    const { definition, path, query, response } = call;
    const options = await this.deleteOptions(call);
    const page = listPage(this.store, definition, path.namespace, query);
    for (const object of page.items) {
      this.rest.delete(definition, object.metadata, options);
    }
    sendJson(response, 200, toList(definition, page));
  }

  private async deleteOptions({
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

  private writeOptions(
    { query, response }: ResourceCall,
    kind: 'CreateOptions' | 'UpdateOptions' | 'PatchOptions',
  ): WriteOptions {
    return {
      ...parseWriteOptions(query, kind),
      warn: text =>
        response.appendHeader('Warning', `299 - ${JSON.stringify(text)}`),
    };
  }

  private answer(
    { definition, response, query }: ResourceCall,
    shape: Shape,
    code: number,
    object: KubeObject,
  ): void {
    if (shape === 'table') {
      const include = parseIncludeObject(
        query.get('includeObject') ?? undefined,
      );
      const { resourceVersion } = object.metadata;
      sendJson(
        response,
        code,
        toTable(
          definition,
          [object],
          { resourceVersion },
          {
            include,
            now: this.now().getTime(),
          },
        ),
      );
    } else {
      sendJson(
        response,
        code,
        shape === 'partial' ? partialMetadata(object) : object,
      );
    }
  }
}
