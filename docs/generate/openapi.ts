import { contracts } from '../../services/contracts.ts';
import type { Route } from '../../shared/contract/route.ts';
import { Problem } from '../../shared/contract/values.ts';
import { commonProblems, type ProblemCatalogue } from '../../shared/http/problems.ts';
import { type Components, jsonSchema } from './json-schema.ts';
import { type Operation, operationOf } from './openapi-operation.ts';
import { problemCatalogues } from './refusals.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type OpenApi = {
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, Operation>>>>>;
  readonly components: { readonly schemas: Components; readonly securitySchemes: object };
  /** Status and sentences of every refusal code: `common`, then by service. */
  readonly 'x-problems': Readonly<Record<string, ProblemCatalogue>>;
};

const sorted = (components: Components): Components =>
  Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The OpenAPI 3.1 document of every route of every service, in the order of the contracts. */
export async function openApi(): Promise<OpenApi> {
  const catalogues = await problemCatalogues();
  const components: Components = {};
  const paths: Record<string, Partial<Record<Method, Operation>>> = {};
  jsonSchema(Problem, 'output', components);
  for (const [service, routes] of Object.entries(contracts)) {
    const catalogue = catalogues[service] ?? {};
    for (const [name, route] of Object.entries<Route>(routes)) {
      const operation = operationOf(service, name, route, { catalogue, components });
      paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation };
    }
  }
  const document = {
    openapi: '3.1.1',
    info: {
      title: 'Hoc Vu So',
      version: '1',
      description:
        'Refusals are problem documents (RFC 9457) with a stable code; sentences follow Accept-Language.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.keys(contracts).map((name) => ({ name })),
    paths,
    components: {
      schemas: sorted(components),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
    'x-problems': { common: commonProblems, ...catalogues },
  };
  return document;
}
