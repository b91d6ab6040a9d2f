import * as z from 'zod';

export type JsonSchema = { readonly [key: string]: unknown };
export type Components = Record<string, JsonSchema>;

type Side = 'input' | 'output';

/** `#/$defs/X` becomes `#/components/schemas/X`, wherever it stands. */
const repoint = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as unknown;

const withoutId = ({ id, ...schema }: JsonSchema): JsonSchema => schema;

/** zod spells out what a format says already, and that an integer is a safe one: noise in a document for people. */
const plain = ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  if (jsonSchema.format) delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
};

const keep = (components: Components, name: string, schema: JsonSchema): void => {
  const known = components[name];
  if (known && JSON.stringify(known) !== JSON.stringify(schema))
    throw new Error(`Two different schemas are called ${name}; give one of them another meta id.`);
  components[name] = schema;
};

/**
 * JSON Schema (draft 2020-12, which OpenAPI 3.1 speaks) of a zod schema. What has a meta id is put into `components`
 * and referred to. Throws when two schemas claim one id.
 */
export function jsonSchema(schema: z.ZodType, side: Side, components: Components): JsonSchema {
  const made = z.toJSONSchema(z.object({ it: schema }), { io: side, override: plain });
  for (const [name, part] of Object.entries(made.$defs ?? {}))
    keep(components, name, withoutId(repoint(part) as JsonSchema));
  return repoint(made.properties?.it) as JsonSchema;
}

/** The members of an object schema with whether each must be given, for parameters. */
export function members(schema: z.ZodObject, components: Components) {
  const made = jsonSchema(schema, 'input', components) as {
    properties?: Record<string, JsonSchema>;
    required?: readonly string[];
  };
  return Object.entries(made.properties ?? {}).map(([name, member]) => ({
    name,
    schema: member,
    required: made.required?.includes(name) ?? false,
  }));
}
