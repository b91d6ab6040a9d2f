import * as z from 'zod';
import type { Route } from '../../shared/contract/route.ts';
import type { ProblemCatalogue } from '../../shared/http/problems.ts';
import { type Components, type JsonSchema, jsonSchema, members } from './json-schema.ts';
import { refusalCodes, refusalsByStatus } from './refusals.ts';

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchema;
};
export type Operation = {
  readonly operationId: string;
  readonly tags: readonly [string];
  readonly summary: string;
  readonly security: readonly object[];
  /** Role names, `public` (no sign-in) or `anyone` (any role). */
  readonly 'x-roles': Route['roles'];
  /** Stable codes; status and sentences are in the document's x-problems. */
  readonly 'x-refusals': readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { description: string }>>;
};

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });
const problemBody = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

const successWords: Readonly<Record<string, string>> = {
  200: 'Done',
  201: 'Created',
  202: 'Accepted; the rest follows by itself',
  204: 'Done, nothing to show',
  302: 'Leads on to the address in the Location header',
};

const parametersOf = (route: Route, components: Components): Parameter[] =>
  (
    [
      ['path', route.params],
      ['query', route.query],
      ['header', route.headers],
    ] as const
  ).flatMap(([place, schema]) =>
    schema ? members(schema, components).map((member) => ({ ...member, in: place })) : [],
  );

const answersOf = (route: Route, components: Components) =>
  Object.entries(route.answers).map(([status, schema]) => [
    status,
    {
      description: successWords[status] ?? 'Done',
      ...(!(schema instanceof z.ZodUndefined) && { content: json(jsonSchema(schema, 'output', components)) }),
    },
  ]);

const problemsOf = (route: Route, catalogue: ProblemCatalogue) =>
  refusalsByStatus(route, catalogue).map(([status, codes]) => [
    String(status),
    { description: codes.join(', '), content: problemBody },
  ]);

/** One route of a contract as an OpenAPI operation; named schemas go into `components`. */
export function operationOf(
  service: string,
  name: string,
  route: Route,
  { catalogue, components }: { readonly catalogue: ProblemCatalogue; readonly components: Components },
): Operation {
  return {
    operationId: name,
    tags: [service],
    summary: route.summary,
    security: route.roles === 'public' ? [] : [{ bearer: [] }],
    'x-roles': route.roles,
    'x-refusals': refusalCodes(route),
    parameters: parametersOf(route, components),
    ...(route.body && {
      requestBody: { required: true, content: json(jsonSchema(route.body, 'input', components)) },
    }),
    responses: Object.fromEntries([...answersOf(route, components), ...problemsOf(route, catalogue)]),
  };
}
