import { assertMetadataShape } from './metadataShape';

describe('metadata of a wrong shape', () => {
  it.each([
    ['x', 'string into Go value of type v1.ObjectMeta'],
    [{ name: 1 }, 'number into Go struct field ObjectMeta.name of type string'],
    [
      { labels: [] },
      'array into Go struct field ObjectMeta.labels of type map[string]string',
    ],
    [
      { annotations: { a: true } },
      'bool into Go struct field ObjectMeta.annotations of type string',
    ],
    [
      { finalizers: 'x' },
      'string into Go struct field ObjectMeta.finalizers of type []string',
    ],
    [
      { finalizers: [1] },
      'number into Go struct field ObjectMeta.finalizers of type string',
    ],
    [
      { ownerReferences: 'x' },
      'string into Go struct field ObjectMeta.ownerReferences of type []v1.OwnerReference',
    ],
    [
      { ownerReferences: [1] },
      'number into Go struct field ObjectMeta.ownerReferences of type v1.OwnerReference',
    ],
    [
      { managedFields: {} },
      'object into Go struct field ObjectMeta.managedFields of type []v1.ManagedFieldsEntry',
    ],
    [
      { generation: '1' },
      'string into Go struct field ObjectMeta.generation of type int64',
    ],
    [{ deletionTimestamp: 5 }, 'number into Go value of type string'],
  ])('%j is refused as Go’s decoder refuses it', (metadata, what) => {
    expect(() => assertMetadataShape('Thing', 'v1', metadata)).toThrow(
      `Thing in version "v1" cannot be handled as a Thing: json: cannot unmarshal ${what}`,
    );
  });

  it.each([
    [undefined],
    [null],
    [{}],
    [{ name: 'a', labels: { a: null }, finalizers: null, generation: 1 }],
  ])('is not %j', metadata => {
    expect(() => assertMetadataShape('Thing', 'v1', metadata)).not.toThrow();
  });
});
