import type { IncomingHttpHeaders } from 'node:http';
import type { CorsRule } from './bucket.ts';

const matches = (pattern: string, text: string): boolean => {
  const [start = '', ...rest] = pattern.toLowerCase().split('*');
  const subject = text.toLowerCase();
  if (rest.length === 0) return start === subject;
  const end = rest.join('*');
  return subject.length >= start.length + end.length && subject.startsWith(start) && subject.endsWith(end);
};

/**
 * The CORS headers for a request with an Origin: from the first rule that allows its origin, its method
 * (for a preflight, the announced one) and its announced headers. Undefined when no rule does.
 */
export function corsHeaders(
  rules: readonly CorsRule[],
  method: string,
  headers: IncomingHttpHeaders,
): Record<string, string> | undefined {
  const { origin } = headers;
  if (origin === undefined) return undefined;
  const asked = (headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  const rule = rules.find(
    (r) =>
      r.allowedOrigins.some((pattern) => matches(pattern, origin)) &&
      r.allowedMethods.includes(method) &&
      asked.every((name) => r.allowedHeaders?.some((pattern) => matches(pattern, name))),
  );
  if (!rule) return undefined;
  const { exposedHeaders, maxAgeSeconds } = rule;
  return {
    'access-control-allow-origin': rule.allowedOrigins.includes('*') ? '*' : origin,
    'access-control-allow-methods': rule.allowedMethods.join(', '),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    ...(asked.length > 0 && { 'access-control-allow-headers': asked.join(', ') }),
    ...(exposedHeaders && { 'access-control-expose-headers': exposedHeaders.join(', ') }),
    ...(maxAgeSeconds !== undefined && { 'access-control-max-age': String(maxAgeSeconds) }),
  };
}
