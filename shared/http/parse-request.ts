import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import type { Route } from '#shared/contract/route.ts';

/** Bodies are small by contract: files go straight to the bucket. Bytes. */
export const MAX_BODY_BYTES = 512 * 1024;

export type ParsedRequest =
  | {
      readonly kind: 'ok';
      readonly input: { params: unknown; query: unknown; headers: unknown; body: unknown };
    }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'invalid'; readonly error: z.ZodError };

const nothing = z.undefined();

/** Unknown query and body members are refused: a misspelt field must not pass as "not given". */
const schemaOf = (route: Route) =>
  z.object({
    params: route.params ?? nothing,
    query: route.query?.strict() ?? nothing,
    headers: route.headers ?? nothing,
    body: route.body instanceof z.ZodObject ? route.body.strict() : (route.body ?? nothing),
  });

const schemas = new WeakMap<Route, ReturnType<typeof schemaOf>>();

const cached = (route: Route) => {
  const known = schemas.get(route);
  if (known) return known;
  const made = schemaOf(route);
  schemas.set(route, made);
  return made;
};

const bodyOf = (event: APIGatewayProxyEventV2): { text: string } | 'too-large' => {
  const text = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
    : (event.body ?? '');
  return Buffer.byteLength(text) > MAX_BODY_BYTES ? 'too-large' : { text };
};

/** The request of a route as its contract describes it, or which way it is wrong. */
export function parseRequest(route: Route, event: APIGatewayProxyEventV2): ParsedRequest {
  const body = bodyOf(event);
  if (body === 'too-large') return { kind: 'too-large' };
  let json: unknown;
  try {
    json = route.body && body.text !== '' ? JSON.parse(body.text) : undefined;
  } catch {
    return { kind: 'malformed' };
  }
  const result = cached(route).safeParse({
    params: route.params ? (event.pathParameters ?? {}) : undefined,
    query: route.query ? (event.queryStringParameters ?? {}) : undefined,
    headers: route.headers ? event.headers : undefined,
    body: json,
  });
  if (!result.success) return { kind: 'invalid', error: result.error };
  return { kind: 'ok', input: result.data as Extract<ParsedRequest, { kind: 'ok' }>['input'] };
}
