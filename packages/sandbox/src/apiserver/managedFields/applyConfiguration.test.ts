import { aResource } from '../__testUtils__/definitions';
import { JsonObject, KubeObject, ManagedFieldsEntry } from '../types';
import { applyConfiguration } from './applyConfiguration';

const DEFINITION = aResource({
  schema: {
    type: 'object',
    properties: {
      spec: {
        type: 'object',
        properties: {
          image: { type: 'string' },
          note: { type: 'string' },
          args: { type: 'array', items: { type: 'string' } },
          ports: {
            type: 'array',
            'x-kubernetes-list-type': 'map',
            'x-kubernetes-list-map-keys': ['name'],
            items: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                port: { type: 'integer' },
              },
            },
          },
          keys: {
            type: 'array',
            'x-kubernetes-list-type': 'set',
            items: { type: 'string' },
          },
        },
      },
    },
  },
});

function config(spec: JsonObject, metadata: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'example.com/v1',
    kind: 'Thing',
    metadata: { name: 'one', ...metadata },
    spec,
  };
}

function apply(
  live: KubeObject | undefined,
  manager: string,
  object: JsonObject,
  force = false,
): KubeObject {
  return applyConfiguration(live, object, {
    definition: DEFINITION,
    manager,
    force,
    now: '2026-01-01T00:00:00Z',
  }) as unknown as KubeObject;
}

function fields(object: KubeObject, manager: string): unknown {
  return object.metadata.managedFields?.find(
    (entry: ManagedFieldsEntry) => entry.manager === manager,
  )?.fieldsV1;
}

describe('server-side apply', () => {
  it('owns what the configuration names', () => {
    const made = apply(
      undefined,
      'a',
      config(
        { image: 'x', args: ['1'], keys: ['k'], ports: [{ name: 'p' }] },
        { labels: { l: '1' } },
      ),
    );
    expect(fields(made, 'a')).toEqual({
      'f:metadata': { 'f:labels': { 'f:l': {} } },
      'f:spec': {
        'f:args': {},
        'f:image': {},
        'f:keys': { 'v:"k"': {} },
        'f:ports': { 'k:{"name":"p"}': { '.': {}, 'f:name': {} } },
      },
    });
  });

  it('takes away what it no longer names, unless somebody else owns it', () => {
    let live = apply(undefined, 'a', config({ image: 'x', note: 'n' }));
    live = apply(live, 'b', config({ note: 'n' }));
    live = apply(live, 'a', config({}));
    expect(live.spec).toEqual({ note: 'n' });
    live = apply(live, 'b', config({}));
    expect(live.spec).toEqual({});
  });

  it('keeps what nobody owns', () => {
    const live = {
      ...config({ image: 'x', note: 'by hand' }),
    } as unknown as KubeObject;
    expect(apply(live, 'a', config({ image: 'x' })).spec).toEqual({
      image: 'x',
      note: 'by hand',
    });
  });

  it('merges lists that are maps or sets by their keys, each manager its own', () => {
    let live = apply(
      undefined,
      'a',
      config({ keys: ['1', '2'], ports: [{ name: 'x', port: 1 }] }),
    );
    live = apply(
      live,
      'b',
      config({ keys: ['3'], ports: [{ name: 'y', port: 2 }] }),
    );
    expect(live.spec).toEqual({
      keys: ['1', '2', '3'],
      ports: [
        { name: 'x', port: 1 },
        { name: 'y', port: 2 },
      ],
    });
    live = apply(live, 'a', config({ keys: ['2'] }));
    expect(live.spec).toEqual({
      keys: ['2', '3'],
      ports: [{ name: 'y', port: 2 }],
    });
  });

  it('names each conflict', () => {
    const live = apply(
      undefined,
      'a',
      config({ image: 'x', ports: [{ name: 'p', port: 1 }] }),
    );
    expect(() =>
      apply(live, 'b', config({ image: 'y', ports: [{ name: 'p', port: 2 }] })),
    ).toThrow(
      'Apply failed with 2 conflicts: conflicts with "a":\n- .spec.image\n- .spec.ports[name="p"].port',
    );
  });

  it('refuses what the schema does not know, and duplicates', () => {
    expect(() => apply(undefined, 'a', config({ nope: 1 }))).toThrow(
      'failed to create typed patch object (/one; example.com/v1, Kind=Thing): .spec.nope: field not declared in schema',
    );
    expect(() => apply(undefined, 'a', config({ keys: ['1', '1'] }))).toThrow(
      'duplicate entries for key ["1"]',
    );
  });
});
