import type { JwtContext } from './authorizer.ts';
import { type HttpRequest, header } from './exchange.ts';

type EventParts = {
  readonly request: HttpRequest;
  readonly body: Buffer;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly jwt: JwtContext | undefined;
  readonly apiId: string;
  readonly account: string;
  readonly requestId: string;
  /** Epoch ms. */
  readonly now: number;
};

/** Only these types reach a function as text; a form is base64, as on AWS. */
const TEXT = /^(text\/|application\/(json|javascript|xml|[\w.+-]+\+(json|xml))(;|$))/i;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Common Log Format in UTC: `22/Nov/2026:10:00:00 +0000`. */
function logTime(ms: number): string {
  const iso = new Date(ms).toISOString();
  return `${iso.slice(8, 10)}/${MONTHS[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
}

const KEPT_OUT = new Set(['cookie', 'connection', 'keep-alive', 'transfer-encoding']);

function eventHeaders({ headers, sourceIp }: HttpRequest, host: string): Record<string, string> {
  const kept = Object.keys(headers)
    .filter((name) => !KEPT_OUT.has(name))
    .map((name) => [name, header(headers, name) ?? '']);
  const forwardedFor = header(headers, 'x-forwarded-for');
  return {
    ...Object.fromEntries(kept),
    'x-forwarded-for': forwardedFor ? `${forwardedFor}, ${sourceIp}` : sourceIp,
    'x-forwarded-port': host.split(':')[1] ?? '80',
    'x-forwarded-proto': 'http',
  };
}

function queryParameters(query: string): Record<string, string> | undefined {
  const grouped = Map.groupBy(new URLSearchParams(query), ([name]) => name);
  if (grouped.size === 0) return undefined;
  return Object.fromEntries(
    [...grouped].map(([name, pairs]) => [name, pairs.map(([, value]) => value).join(',')]),
  );
}

/** The event of payload format 2.0 that a function gets for the request. */
export function toEvent(parts: EventParts): Record<string, unknown> {
  const { request, body, routeKey, pathParameters, jwt, apiId, requestId, now } = parts;
  const [rawPath = '/', rawQueryString = ''] = request.url.split(/\?(.*)/s);
  const host = header(request.headers, 'host') ?? '';
  const headers = eventHeaders(request, host);
  const cookie = header(request.headers, 'cookie');
  const queryStringParameters = queryParameters(rawQueryString);
  const isBase64Encoded =
    body.length > 0 && (!TEXT.test(headers['content-type'] ?? '') || 'content-encoding' in headers);
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookie && { cookies: cookie.split(/;\s*/) }),
    headers,
    ...(queryStringParameters && { queryStringParameters }),
    requestContext: {
      accountId: parts.account,
      apiId,
      ...(jwt && { authorizer: { jwt } }),
      domainName: host.split(':')[0],
      domainPrefix: apiId,
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey,
      stage: '$default',
      time: logTime(now),
      timeEpoch: now,
    },
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
}
