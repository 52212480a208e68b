import { checkLists } from './checkLists';
import { Schema } from './schema';
import { validateValue } from './validateValue';

describe('validation by a structural schema', () => {
  const texts = (
    value: Parameters<typeof validateValue>[0],
    schema: Schema,
  ) => {
    const root: Schema = {
      type: 'object',
      properties: { spec: { type: 'object', properties: { f: schema } } },
    };
    const object = { spec: { f: value } };
    return [...validateValue(object, root), ...checkLists(object, root)].map(
      ({ field, message }) => `${field}: ${message}`,
    );
  };

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
      'spec.f: Invalid value: "yesterday": spec.f in body must be of type date-time: "yesterday"',
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
    [
      'a number that is no multiple',
      7,
      { type: 'integer', multipleOf: 5 },
      'spec.f: Invalid value: 7: spec.f in body should be a multiple of 5',
    ],
    [
      'a number at an exclusive bound',
      1,
      { type: 'number', minimum: 1, exclusiveMinimum: true },
      'spec.f: Invalid value: 1: spec.f in body should be greater than 1',
    ],
    [
      'too few properties',
      {},
      { type: 'object', minProperties: 1 },
      'spec.f: Invalid value: 0: spec.f in body should have at least 1 properties',
    ],
    [
      'what is forbidden',
      { a: 1 },
      { type: 'object', not: { required: ['a'] } },
      '<nil>: Invalid value: "": "spec.f" must not validate the schema (not)',
    ],
    [
      'two alternatives that exclude each other',
      { a: 1, b: 1 },
      {
        type: 'object',
        oneOf: [{ required: ['a'] }, { required: ['b'] }],
      },
      '<nil>: Invalid value: "": "spec.f" must validate one and only one schema (oneOf). Found 2 valid alternatives',
    ],
    [
      'a day that is none',
      '2026-02-31T00:00:00Z',
      { type: 'string', format: 'date-time' },
      'spec.f: Invalid value: "2026-02-31T00:00:00Z": spec.f in body must be of type date-time: "2026-02-31T00:00:00Z"',
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

  it('names the paths of a status from there on, and the fields from the root', () => {
    const status: Schema = {
      type: 'object',
      properties: { count: { type: 'integer' } },
    };
    expect(validateValue({ count: 'x' }, status, 'status')).toEqual([
      {
        reason: 'FieldValueTypeInvalid',
        field: 'status.count',
        message:
          'Invalid value: "string": count in body must be of type integer: "string"',
      },
    ]);
  });
});
