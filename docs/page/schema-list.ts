import type { JsonSchema } from '../generate/json-schema.ts';
import { type Html, html } from './html.ts';
import { words } from './messages.ts';

type Node = {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
};

/** Prefix of the ids of named schemas on a page. */
export const SCHEMA_ID = 'schema-';

const named = ($ref: string): Html => {
  const name = $ref.split('/').at(-1) ?? '';
  return html`<a href="#${SCHEMA_ID}${name}"><code>${name}</code></a>`;
};

const limitsOf = (schema: JsonSchema): string[] =>
  Object.entries(words.limits).flatMap(([key, say]) => {
    const limit = schema[key];
    return typeof limit === 'number' ? [say(limit)] : [];
  });

const choice = (values: readonly unknown[]): Html => {
  const codes = values.map(
    (value, index) => html`${index > 0 ? ' · ' : ''}<code>${JSON.stringify(value)}</code>`,
  );
  return html`${codes}`;
};

const plain = (schema: JsonSchema): Html => {
  const { type = '', format, pattern } = schema as Node;
  const kind = (format && words.formats[format]) ?? words.kinds[type] ?? (type || words.anything);
  const limits = limitsOf(schema);
  return html`${[kind, ...limits].join(', ')}${pattern ? html` <code class="pattern">${pattern}</code>` : undefined}`;
};

const variants = (parts: readonly JsonSchema[]): Html =>
  html`${words.oneOf}<ul>${parts.map((part) => html`<li>${describe(part)}</li>`)}</ul>`;

/** A schema as words, and what is inside it as a nested list; named schemas are links to their own place. */
export function describe(schema: JsonSchema): Html {
  const node = schema as Node;
  if (node.$ref) return named(node.$ref);
  if (node.const !== undefined) return choice([node.const]);
  if (node.enum) return choice(node.enum);
  const parts = node.oneOf ?? node.anyOf;
  if (parts) return variants(parts);
  if (node.items) return html`${[words.listOf, ...limitsOf(schema)].join(' ')}: ${describe(node.items)}`;
  if (node.properties) return html`${words.kinds.object}${fieldList(schema)}`;
  if (typeof node.additionalProperties === 'object')
    return html`${words.mapOf} ${describe(node.additionalProperties)}`;
  return plain(schema);
}

/** The members of an object schema, each with whether it must be given. */
export function fieldList(schema: JsonSchema): Html {
  const { properties = {}, required = [] } = schema as Node;
  const fields = Object.entries(properties).map(
    ([name, member]) =>
      html`<li><code class="field">${name}</code>${required.includes(name) ? html` <span class="must">${words.required}</span>` : undefined} ${describe(member)}</li>`,
  );
  return html`<ul class="fields">${fields}</ul>`;
}
