import fc from 'fast-check';
import * as z from 'zod';
import type { Route } from '../../shared/contract/route.ts';

type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly $defs?: Readonly<Record<string, Schema>>;
};

const formats: Readonly<Record<string, string>> = {
  date: '2026-11-23',
  'date-time': '2026-11-23T02:00:00.000Z',
};

const text = ({ format, pattern, minLength = 1, maxLength = 4000 }: Schema): string => {
  const known = format && formats[format];
  if (known) return known;
  if (!pattern) return 'x'.repeat(Math.max(minLength, 1));
  const candidates = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 100, seed: 1 });
  const fitting = candidates.find(({ length }) => length >= minLength && length <= maxLength);
  if (fitting === undefined)
    throw new Error(`No text of ${minLength} to ${maxLength} signs matches ${pattern}`);
  return fitting;
};

/** The smallest value that a JSON Schema lets pass: required members only. */
function sample(schema: Schema, root: Schema): unknown {
  if (schema.$ref) return sample(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}, root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.oneOf ?? schema.anyOf ?? [];
  if (first) return sample(first, root);
  if (schema.type === 'string') return text(schema);
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}, root));
  const members = (schema.required ?? []).map((name) => [
    name,
    sample(schema.properties?.[name] ?? {}, root),
  ]);
  return Object.fromEntries(members);
}

const sampleOf = (schema: z.ZodType | undefined): unknown => {
  if (!schema) return undefined;
  const json = z.toJSONSchema(schema, { io: 'input' }) as Schema;
  return sample(json, json);
};

const texts = (value: unknown): Record<string, string> | undefined =>
  value === undefined
    ? undefined
    : Object.fromEntries(Object.entries(value as object).map(([name, member]) => [name, String(member)]));

/** A request that the route's contract accepts, in the parts of `apiEvent`. */
export function sampleRequest(route: Route) {
  const [params, query, headers] = [route.params, route.query, route.headers].map((part) =>
    texts(sampleOf(part)),
  );
  const body = sampleOf(route.body);
  return {
    ...(params && { params }),
    ...(query && { query }),
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
  };
}
