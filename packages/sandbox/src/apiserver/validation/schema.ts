import { JsonValue } from '../types';

/** The part of a structural schema (KEP-1979, `apiextensions.k8s.io/v1`) that the sandbox understands. */
export interface Schema {
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  format?: string;
  description?: string;
  default?: JsonValue;
  nullable?: boolean;
  enum?: JsonValue[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: boolean;
  maximum?: number;
  exclusiveMaximum?: boolean;
  multipleOf?: number;
  minItems?: number;
  maxItems?: number;
  minProperties?: number;
  maxProperties?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  uniqueItems?: boolean;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  'x-kubernetes-int-or-string'?: boolean;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-embedded-resource'?: boolean;
  'x-kubernetes-map-type'?: 'atomic' | 'granular';
  'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  'x-kubernetes-list-map-keys'?: string[];
}

/** The schema of a field, be it named or one of `additionalProperties`. */
export function schemaOfField(
  schema: Schema,
  field: string,
): Schema | undefined {
  const named = schema.properties?.[field];
  if (named) {
    return named;
  }
  return typeof schema.additionalProperties === 'object'
    ? schema.additionalProperties
    : undefined;
}

const compiled = new Map<string, RegExp>();

/** A pattern as a regular expression. Go's inline flags at the beginning (`(?i)`) become flags. */
export function compilePattern(pattern: string): RegExp {
  let expression = compiled.get(pattern);
  if (!expression) {
    const [, flags = '', rest] = /^(?:\(\?([ims]+)\))?([^]*)$/.exec(
      pattern,
    ) ?? ['', '', pattern];
    try {
      expression = new RegExp(rest, `u${flags}`);
    } catch {
      // RE2 allows needless escapes, which JavaScript refuses with the flag `u`.
      expression = new RegExp(rest, flags);
    }
    compiled.set(pattern, expression);
  }
  return expression;
}
