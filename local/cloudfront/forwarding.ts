import { type Headers, header } from '../http-api/exchange.ts';

type Selects = (name: string) => boolean;

/** Which of the viewer's headers, cookies and query parameters reach the origin. */
export type Forwarding = { readonly headers: Selects; readonly cookies: Selects; readonly query: Selects };

/** A behaviour as the policies write it (`none`, `whitelist`, `allViewer`…) with the names that it is about. */
export type Selection = { readonly behaviour: string; readonly names: readonly string[] };

/** Header names are compared without regard to case, cookies and parameters exactly. Throws for an unknown behaviour. */
export function selector({ behaviour, names }: Selection, fold: boolean): Selects {
  const listed = new Set(fold ? names.map((name) => name.toLowerCase()) : names);
  switch (behaviour) {
    case 'none':
      return () => false;
    case 'whitelist':
      return (name) => listed.has(name);
    case 'all':
    case 'allViewer':
      return () => true;
    case 'allExcept':
      return (name) => !listed.has(name);
    default:
      throw new Error(`the behaviour ${behaviour} of a policy is not played by the local edge`);
  }
}

/** What is in the cache key reaches the origin too. */
export const either = (a: Forwarding, b: Forwarding): Forwarding => ({
  headers: (name) => a.headers(name) || b.headers(name),
  cookies: (name) => a.cookies(name) || b.cookies(name),
  query: (name) => a.query(name) || b.query(name),
});

export const NOTHING: Forwarding = { headers: () => false, cookies: () => false, query: () => false };

/** Sent whatever the policies say: the body's own headers, and what asks for a part or a newer version. */
const ALWAYS = new Set([
  'content-length',
  'content-type',
  'content-encoding',
  'range',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'if-range',
]);

/** The edge keeps a connection of its own to the origin. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'expect',
  'te',
  'cookie',
]);

type Viewer = { readonly headers: Headers; readonly sourceIp: string };

/** The headers of the request to the origin `host`; `custom` are the origin's own and win. */
export function originHeaders(
  viewer: Viewer,
  forwarding: Forwarding,
  host: string,
  custom: Readonly<Record<string, string>>,
): Headers {
  const passed = Object.keys(viewer.headers)
    .filter((name) => !HOP_BY_HOP.has(name) && (ALWAYS.has(name) || forwarding.headers(name)))
    .map((name) => [name, header(viewer.headers, name) ?? '']);
  const cookies = (header(viewer.headers, 'cookie') ?? '')
    .split(/;\s*/)
    .filter((pair) => pair !== '' && forwarding.cookies(pair.split('=')[0] ?? ''));
  const before = header(viewer.headers, 'x-forwarded-for');
  return {
    host,
    'user-agent': 'Amazon CloudFront',
    ...Object.fromEntries(passed),
    ...(cookies.length > 0 && { cookie: cookies.join('; ') }),
    'x-forwarded-for': before ? `${before}, ${viewer.sourceIp}` : viewer.sourceIp,
    via: '1.1 local.cloudfront.net (CloudFront)',
    ...custom,
  };
}

/** The parameters that are forwarded, in their order and spelling. */
export const originQuery = (query: string, forwarding: Forwarding): string =>
  query
    .split('&')
    .filter((pair) => pair !== '' && forwarding.query(pair.split('=')[0] ?? ''))
    .join('&');
