import { Schema } from './schema';
import { validateValue } from './validateValue';

describe('validation by a structural schema', () => {
  const texts = (value: Parameters<typeof validateValue>[0], schema: Schema) =>
    validateValue(value, schema, 'spec.f').map(
      ({ field, message }) => `${field}: ${message}`,
    );

  it.each<[string, Parameters<typeof validateValue>[0], Schema, string]>([
    [
      'a wrong type',
      5,
      { type: 'string' },
      'spec.f: Invalid value: "integer": spec.f in body must be of type string: "integer"',
    ],
    [
      'a number too large',
      11,
      { type: 'integer', maximum: 10 },
      'spec.f: Invalid value: 11: spec.f in body should be less than or equal to 10',
    ],
    [
      'a text too long',
      'abc',
      { type: 'string', maxLength: 2 },
      'spec.f: Too long: may not be more than 2 bytes',
    ],
    [
      'a text of the wrong form',
      'x',
      { type: 'string', pattern: '^a$' },
      'spec.f: Invalid value: "x": spec.f in body should match \'^a$\'',
    ],
    [
      'no date',
      'yesterday',
      { type: 'string', format: 'date-time' },
      'spec.f: Invalid value: "yesterday": f in body must be of type date-time: "yesterday"',
    ],
    [
      'too many items',
      [1, 2],
      { type: 'array', maxItems: 1 },
      'spec.f: Too many: 2: must have at most 1 items',
    ],
    [
      'a set with duplicates',
      ['a', 'a'],
      {
        type: 'array',
        'x-kubernetes-list-type': 'set',
        items: { type: 'string' },
      },
      'spec.f[1]: Duplicate value: "a"',
    ],
    [
      'a map list with duplicates',
      [{ k: 'a' }, { k: 'a' }],
      {
        type: 'array',
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['k'],
        items: { type: 'object' },
      },
      'spec.f[1]: Duplicate value: {"k":"a"}',
    ],
    [
      'a missing field',
      {},
      { type: 'object', required: ['g'] },
      'spec.f.g: Required value',
    ],
    [
      'null where a value is required',
      { g: null },
      {
        type: 'object',
        required: ['g'],
        properties: { g: { type: 'string' } },
      },
      'spec.f.g: Required value',
    ],
    [
      'neither integer nor string',
      true,
      { 'x-kubernetes-int-or-string': true },
      'spec.f: Invalid value: "boolean": spec.f in body must be of type integer,string: "boolean"',
    ],
  ])('finds %s', (_what, value, schema, message) => {
    expect(texts(value, schema)).toEqual([message]);
  });

  it('takes what fits', () => {
    const schema: Schema = {
      type: 'object',
      properties: {
        size: { 'x-kubernetes-int-or-string': true },
        note: { type: 'string', nullable: true },
        rate: { type: 'number' },
      },
    };
    expect(texts({ size: 5, note: null, rate: 1 }, schema)).toEqual([]);
    expect(texts({ size: '5Gi' }, schema)).toEqual([]);
  });
});
