import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Role } from '#shared/contract/roles.ts';
import { type Route, routeKey } from '#shared/contract/route.ts';

type Parts = {
  readonly actor?: { readonly personId: string; readonly roles: readonly Role[] };
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** A body that is not JSON, as it is. */
  readonly form?: string;
  /** ISO 8601; when the gateway took the request. */
  readonly at?: string;
};

const fill = (path: string, params: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

const authorizer = ({ actor }: Parts) =>
  actor && {
    authorizer: {
      jwt: {
        claims: { username: actor.personId, 'cognito:groups': `[${actor.roles.join(' ')}]` },
        scopes: null,
      },
    },
  };

/** What the gateway hands to a function for a call of the route. */
const apiEvent = (route: Route, parts: Parts = {}): APIGatewayProxyEventV2 => {
  const rawPath = fill(route.path, parts.params ?? {});
  const at = parts.at ?? '2026-11-23T02:00:00.000Z';
  return {
    version: '2.0',
    routeKey: routeKey(route),
    rawPath,
    rawQueryString: new URLSearchParams(parts.query).toString(),
    headers: { 'content-type': 'application/json', ...parts.headers },
    ...(parts.query && { queryStringParameters: parts.query }),
    ...(parts.params && { pathParameters: parts.params }),
    requestContext: {
      ...authorizer(parts),
      accountId: '000000000000',
      apiId: 'test',
      domainName: '127.0.0.1',
      domainPrefix: 'test',
      http: {
        method: route.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'test',
      },
      requestId: 'test',
      routeKey: routeKey(route),
      stage: '$default',
      time: at,
      timeEpoch: Date.parse(at),
    },
    ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
    ...(parts.form !== undefined && { body: parts.form }),
    isBase64Encoded: false,
  } as APIGatewayProxyEventV2;
};

export const lambdaContext = (awsRequestId = 'request-1'): Context =>
  ({ awsRequestId, functionName: 'test', getRemainingTimeInMillis: () => 10_000 }) as Context;

type Handler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** Calls an API handler and reads its answer: JSON as what it says, any other as `text`. */
export async function call(handler: unknown, route: Route, parts: Parts = {}) {
  const answer = await (handler as Handler)(apiEvent(route, parts), lambdaContext());
  const isText = !/json/.test(String(answer.headers?.['content-type'] ?? 'json'));
  return {
    status: answer.statusCode ?? 200,
    headers: answer.headers ?? {},
    text: answer.body,
    body: answer.body && !isText ? (JSON.parse(answer.body) as Record<string, unknown>) : undefined,
  };
}
