import { STATUS_CODES } from 'node:http';
import * as z from 'zod';
import { discard, type Headers, type HttpRequest, type HttpResponse, header } from '../http-api/exchange.ts';
import { EdgeFunctionError } from './function-runtime.ts';

const value = z.object({
  value: z.string(),
  multiValue: z.array(z.object({ value: z.string() })).optional(),
});
const cookie = z.object({ value: z.string(), attributes: z.string().optional() });

const requestShape = z.object({
  method: z.string(),
  uri: z.string().startsWith('/'),
  querystring: z.union([z.string(), z.record(z.string(), value)]).default({}),
  headers: z.record(z.string(), value).default({}),
  cookies: z.record(z.string(), value).default({}),
});

const responseShape = z.object({
  statusCode: z.number().int().min(200).max(599),
  statusDescription: z.string().optional(),
  headers: z.record(z.string(), value).default({}),
  cookies: z.record(z.string(), cookie).default({}),
  body: z
    .union([z.string(), z.object({ encoding: z.enum(['text', 'base64']).default('text'), data: z.string() })])
    .optional(),
});

export type EdgeContext = {
  readonly distributionId: string;
  readonly distributionDomainName: string;
  readonly requestId: string;
};

type Pairs = readonly (readonly [string, string])[];

/** `{name: {value, multiValue?}}`: how functions see headers, cookies and query parameters. */
function grouped(pairs: Pairs) {
  const groups = Map.groupBy(pairs, ([name]) => name);
  return Object.fromEntries(
    [...groups].map(([name, [first, ...more]]) => {
      const one = { value: first?.[1] ?? '' };
      if (more.length === 0) return [name, one];
      return [name, { ...one, multiValue: [one, ...more.map(([, text]) => ({ value: text }))] }];
    }),
  );
}

const ungrouped = (group: Readonly<Record<string, z.output<typeof value>>>): Pairs =>
  Object.entries(group).flatMap(([name, one]) =>
    (one.multiValue ?? [one]).map((each) => [name, each.value] as const),
  );

const split = (text: string, separator: string | RegExp): Pairs =>
  text
    .split(separator)
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    });

const headerPairs = (headers: Headers, without: string): Pairs =>
  Object.entries(headers)
    .filter(([name]) => name !== without)
    .flatMap(([name, text]) => [text].flat().map((one): readonly [string, string] => [name, one]));

function requestObject({ method, url, headers }: HttpRequest) {
  const [uri = '/', query = ''] = url.split(/\?(.*)/s);
  return {
    method,
    uri,
    querystring: grouped(split(query, '&')),
    headers: grouped(headerPairs(headers, 'cookie')),
    cookies: grouped(split(header(headers, 'cookie') ?? '', /;\s*/)),
  };
}

const envelope = (context: EdgeContext, eventType: string, request: HttpRequest) => ({
  version: '1.0',
  context: { ...context, eventType },
  viewer: { ip: request.sourceIp },
  request: requestObject(request),
});

export const viewerRequestEvent = (context: EdgeContext, request: HttpRequest) =>
  envelope(context, 'viewer-request', request);

/** The body is not shown to a viewer-response function. */
export function viewerResponseEvent(context: EdgeContext, request: HttpRequest, response: HttpResponse) {
  const cookies = [response.headers['set-cookie'] ?? []].flat().map((line) => {
    const [, name = '', text = '', attributes = ''] = /^([^=;]*)=?([^;]*)(?:;\s*(.*))?$/.exec(line) ?? [];
    return [name, { value: text, attributes }];
  });
  return {
    ...envelope(context, 'viewer-response', request),
    response: {
      statusCode: response.status,
      statusDescription: STATUS_CODES[response.status] ?? '',
      headers: grouped(headerPairs(response.headers, 'set-cookie')),
      cookies: Object.fromEntries(cookies),
    },
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, result: unknown): z.output<Schema> {
  const parsed = schema.safeParse(result);
  if (parsed.success) return parsed.data;
  throw new EdgeFunctionError(502, `the function's result: ${z.prettifyError(parsed.error)}`);
}

const headersOf = (pairs: Pairs): Record<string, string> =>
  Object.fromEntries(
    [...Map.groupBy(pairs, ([name]) => name.toLowerCase())].map(([name, group]) => [
      name,
      group.map(([, text]) => text).join(', '),
    ]),
  );

const joined = (pairs: Pairs, separator: string): string =>
  pairs.map(([name, text]) => (text === '' ? name : `${name}=${text}`)).join(separator);

/** What a viewer-request function asks for: another request, or an answer at once. EdgeFunctionError 502 for neither. */
export function afterViewerRequest(result: unknown, before: HttpRequest): HttpRequest | HttpResponse {
  if (typeof result === 'object' && result !== null && 'statusCode' in result)
    return answerOf(parse(responseShape, result));
  const { method, uri, querystring, headers, cookies } = parse(requestShape, result);
  if (method !== before.method) throw new EdgeFunctionError(502, 'the method of a request is read-only');
  const query = typeof querystring === 'string' ? querystring : joined(ungrouped(querystring), '&');
  const cookieLine = joined(ungrouped(cookies), '; ');
  return {
    ...before,
    url: query ? `${uri}?${query}` : uri,
    headers: {
      ...headersOf(ungrouped(headers)),
      host: header(before.headers, 'host') ?? '',
      ...(cookieLine && { cookie: cookieLine }),
    },
  };
}

/** The response as a viewer-response function left it; its body only when it gave a new one. */
export function afterViewerResponse(result: unknown, before: HttpResponse): HttpResponse {
  const parsed = parse(responseShape, result);
  const answer = answerOf(parsed);
  if (parsed.body === undefined) return { ...answer, body: before.body };
  discard(before.body);
  return answer;
}

function answerOf({ statusCode, headers, cookies, body }: z.output<typeof responseShape>): HttpResponse {
  const lines = Object.entries(cookies).map(
    ([name, one]) => `${name}=${one.value}${one.attributes ? `; ${one.attributes}` : ''}`,
  );
  const { encoding, data } =
    typeof body === 'string' ? { encoding: 'text', data: body } : { encoding: 'text', data: '', ...body };
  const { 'content-length': length, ...kept } = headersOf(ungrouped(headers));
  return {
    status: statusCode,
    headers: {
      ...kept,
      // The origin's length still holds for the origin's body, not for one that the function made.
      ...(body === undefined && length !== undefined && { 'content-length': length }),
      ...(lines.length > 0 && { 'set-cookie': lines }),
    },
    body: Buffer.from(data, encoding === 'base64' ? 'base64' : 'utf8'),
  };
}
