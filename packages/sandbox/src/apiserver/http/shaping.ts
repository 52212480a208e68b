import { ResourceDefinition } from '../registry/resourceDefinition';
import { parseIncludeObject, partialMetadata, toTable } from '../table/table';
import { KubeObject } from '../types';
import { Page } from './listing';
import { Shape } from './negotiate';

/** Turns objects and lists into the shape that a client asked for. */
export class Shaping {
  private readonly include;

  constructor(
    private readonly definition: ResourceDefinition,
    readonly shape: Shape,
    query: URLSearchParams,
    private readonly now: () => Date,
  ) {
    this.include = parseIncludeObject(query.get('includeObject') ?? undefined);
  }

  /** One object; `headers` are the columns of a table, which only the first event of a watch has. */
  object(object: KubeObject, headers = true): object {
    if (this.shape.as === 'object') return object;
    if (this.shape.as === 'partial') {
      return partialMetadata(object, this.shape.version);
    }
    const { resourceVersion } = object.metadata;
    return this.table([object], { resourceVersion }, headers);
  }

  /** A list in another shape than its own, which has no empty continue token. */
  page({ items, metadata }: Page): object {
    const { continue: token, ...rest } = metadata;
    const listMetadata = { ...rest, ...(token && { continue: token }) };
    if (this.shape.as === 'table') return this.table(items, listMetadata, true);
    return {
      kind: 'PartialObjectMetadataList',
      apiVersion: `meta.k8s.io/${this.shape.version}`,
      metadata: listMetadata,
      items: items.map(item => partialMetadata(item, this.shape.version)),
    };
  }

  private table(
    objects: KubeObject[],
    metadata: object,
    headers: boolean,
  ): object {
    return toTable(this.definition, objects, metadata, {
      include: this.include,
      version: this.shape.version,
      headers,
      now: this.now().getTime(),
    });
  }
}
