import type { Headers } from './exchange.ts';

/** An HTTP API's CorsConfiguration; `MaxAge` in seconds. */
export type CorsConfiguration = {
  readonly AllowCredentials?: boolean | undefined;
  readonly AllowHeaders?: readonly string[] | undefined;
  readonly AllowMethods?: readonly string[] | undefined;
  readonly AllowOrigins?: readonly string[] | undefined;
  readonly ExposeHeaders?: readonly string[] | undefined;
  readonly MaxAge?: number | undefined;
};

/** `*`, an exact origin, or all of a scheme (`https://*`). */
const allows = (pattern: string, origin: string): boolean =>
  pattern === '*' ||
  pattern === origin ||
  (pattern.endsWith('://*') && origin.startsWith(pattern.slice(0, -1)));

/** What the gateway adds to an answer for `origin`; nothing for an origin that is not allowed. */
export function corsHeaders(cors: CorsConfiguration, origin: string): Headers {
  const pattern = cors.AllowOrigins?.find((one) => allows(one, origin));
  if (pattern === undefined) return {};
  return {
    'access-control-allow-origin': pattern === '*' ? '*' : origin,
    ...(pattern !== '*' && { vary: 'origin' }),
    ...(cors.AllowCredentials && { 'access-control-allow-credentials': 'true' }),
    ...(cors.ExposeHeaders?.length && { 'access-control-expose-headers': cors.ExposeHeaders.join(',') }),
  };
}

/** What the gateway answers to a preflight by itself. */
export function preflightHeaders(cors: CorsConfiguration, origin: string): Headers {
  const allowed = corsHeaders(cors, origin);
  if (Object.keys(allowed).length === 0) return {};
  return {
    ...allowed,
    ...(cors.AllowMethods?.length && { 'access-control-allow-methods': cors.AllowMethods.join(',') }),
    ...(cors.AllowHeaders?.length && { 'access-control-allow-headers': cors.AllowHeaders.join(',') }),
    ...(cors.MaxAge !== undefined && { 'access-control-max-age': String(cors.MaxAge) }),
  };
}
