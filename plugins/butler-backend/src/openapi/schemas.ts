import { z } from 'zod';
import { answers } from '../answers/answer';

type JsonSchema = z.core.JSONSchema.BaseSchema;

// A field that is only there to say why it is refused is no part of the contract.
function isRefused(schema: unknown): boolean {
  const { not } = schema as { not?: object };
  return not !== undefined && Object.keys(not).length === 0;
}

/** The JSON schema (draft 2020-12, as OpenAPI 3.1 takes it) of what a request may hold. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      const properties = jsonSchema.properties ?? {};
      for (const [name, property] of Object.entries(properties)) {
        if (isRefused(property)) delete properties[name];
      }
    },
  });
  return json;
}

function componentPath(id: string): string {
  return `#/components/schemas/${id}`;
}

/** A reference to the schema of an answer. */
export function refTo(answer: z.ZodType): { $ref: string } {
  const { id } = answers.get(answer) ?? {};
  if (!id) throw new Error('An answer has no name in openapi.yaml');
  return { $ref: componentPath(id) };
}

/** The schemas of all answers by name. They are open: a later version of the Portal may add fields. */
export function answerSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(answers, {
    io: 'input',
    uri: componentPath,
    override({ jsonSchema }) {
      // The format says it; zod's pattern for it is a page long.
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([id, { $schema, $id, ...json }]) => [id, json]),
  );
}
