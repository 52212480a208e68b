import { aResource } from '../__testUtils__/definitions';
import { KubeObject, ManagedFieldsEntry } from '../types';
import { trackUpdate } from './trackUpdate';

const WRITE = {
  definition: aResource({
    schema: {
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties: { image: { type: 'string' }, note: { type: 'string' } },
        },
      },
    },
  }),
  manager: 'editor',
  now: '2026-01-01T00:00:00Z',
};

const APPLIED: ManagedFieldsEntry = {
  manager: 'applier',
  operation: 'Apply',
  apiVersion: 'example.com/v1',
  fieldsType: 'FieldsV1',
  fieldsV1: { 'f:spec': { 'f:image': {}, 'f:note': {} } },
  time: '2025-01-01T00:00:00Z',
};

function aThing(
  spec: Record<string, string>,
  managedFields?: ManagedFieldsEntry[],
): KubeObject {
  return {
    apiVersion: 'example.com/v1',
    kind: 'Thing',
    metadata: { name: 'one', managedFields },
    spec,
  };
}

describe('the owners of fields after an update', () => {
  const live = aThing({ image: 'x', note: 'n' }, [APPLIED]);

  function ownersAfter(next: KubeObject) {
    return trackUpdate(live, next, WRITE)?.map(({ manager, fieldsV1 }) => [
      manager,
      fieldsV1,
    ]);
  }

  it('follow what was changed and what is gone', () => {
    expect(ownersAfter(aThing({ image: 'y' }))).toEqual([
      ['editor', { 'f:spec': { 'f:image': {} } }],
    ]);
  });

  it('stay who they were where nothing was changed', () => {
    expect(ownersAfter(aThing({ image: 'y', note: 'n' }))).toEqual([
      ['applier', { 'f:spec': { 'f:note': {} } }],
      ['editor', { 'f:spec': { 'f:image': {} } }],
    ]);
  });

  it('are forgotten when a client empties the record', () => {
    const emptied = aThing({ image: 'x', note: 'n' }, [{}]);
    expect(ownersAfter(emptied)).toBeUndefined();
  });
});
