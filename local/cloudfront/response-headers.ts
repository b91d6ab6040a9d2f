import { type Headers, header } from '../http-api/exchange.ts';
import type { ResponseHeadersPolicy } from './policies.ts';

type Addition = { readonly name: string; readonly value: string; readonly override: boolean };
type Cors = NonNullable<ResponseHeadersPolicy['CorsConfig']>;
type Security = NonNullable<ResponseHeadersPolicy['SecurityHeadersConfig']>;

/** What the policy needs to know of the request: a preflight gets more headers. */
type CorsRequest = { readonly origin: string | undefined; readonly preflight: boolean };

/** `*`, an exact origin, or one with a wildcard in its host (`https://*.example.org`). */
function allowsOrigin(pattern: string, origin: string): boolean {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return pattern === origin;
  return origin.length >= pattern.length - 1 && origin.startsWith(before) && origin.endsWith(after);
}

function corsAdditions(cors: Cors, { origin, preflight }: CorsRequest): Addition[] {
  const allowed = cors.AccessControlAllowOrigins.Items;
  const pattern = origin === undefined ? undefined : allowed.find((one) => allowsOrigin(one, origin));
  if (origin === undefined || pattern === undefined) return [];
  const echoed = pattern !== '*' || cors.AccessControlAllowCredentials;
  const list = (values: readonly string[] | undefined) => values?.join(', ');
  const pairs: [string, string | undefined][] = [
    ['access-control-allow-origin', echoed ? origin : '*'],
    ['access-control-allow-credentials', cors.AccessControlAllowCredentials ? 'true' : undefined],
    ['access-control-expose-headers', list(cors.AccessControlExposeHeaders?.Items)],
  ];
  if (preflight)
    pairs.push(
      ['access-control-allow-methods', list(cors.AccessControlAllowMethods.Items)],
      ['access-control-allow-headers', list(cors.AccessControlAllowHeaders.Items)],
      ['access-control-max-age', cors.AccessControlMaxAgeSec?.toString()],
    );
  return pairs.flatMap(([name, value]) => (value ? [{ name, value, override: cors.OriginOverride }] : []));
}

const transportSecurity = (hsts: NonNullable<Security['StrictTransportSecurity']>): string =>
  [
    `max-age=${hsts.AccessControlMaxAgeSec}`,
    ...(hsts.IncludeSubdomains ? ['includeSubDomains'] : []),
    ...(hsts.Preload ? ['preload'] : []),
  ].join('; ');

function xssProtection(xss: NonNullable<Security['XSSProtection']>): string {
  if (!xss.Protection) return '0';
  return `1${xss.ModeBlock ? '; mode=block' : ''}${xss.ReportUri ? `; report=${xss.ReportUri}` : ''}`;
}

function securityAdditions(security: Security): Addition[] {
  const {
    ContentSecurityPolicy: csp,
    ContentTypeOptions: type,
    FrameOptions: frame,
    ReferrerPolicy: referrer,
    StrictTransportSecurity: hsts,
    XSSProtection: xss,
  } = security;
  const all: [string, { readonly Override: boolean } | undefined, () => string | undefined][] = [
    ['content-security-policy', csp, () => csp?.ContentSecurityPolicy],
    ['x-content-type-options', type, () => 'nosniff'],
    ['x-frame-options', frame, () => frame?.FrameOption],
    ['referrer-policy', referrer, () => referrer?.ReferrerPolicy],
    ['strict-transport-security', hsts, () => hsts && transportSecurity(hsts)],
    ['x-xss-protection', xss, () => xss && xssProtection(xss)],
  ];
  return all.flatMap(([name, config, value]) =>
    config ? [{ name, value: value() ?? '', override: config.Override }] : [],
  );
}

/** The response's headers after the policy: what it removes goes first, then what it adds, over the origin's where it says so. */
export function applyPolicy(headers: Headers, policy: ResponseHeadersPolicy, request: CorsRequest): Headers {
  const custom = (policy.CustomHeadersConfig?.Items ?? []).map((item) => ({
    name: item.Header.toLowerCase(),
    value: item.Value,
    override: item.Override,
  }));
  const additions: Addition[] = [
    ...(policy.CorsConfig ? corsAdditions(policy.CorsConfig, request) : []),
    ...(policy.SecurityHeadersConfig ? securityAdditions(policy.SecurityHeadersConfig) : []),
    ...custom,
  ];
  const removed = new Set(policy.RemoveHeadersConfig?.Items.map((item) => item.Header.toLowerCase()));
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !removed.has(name)));
  const added = additions
    .filter(({ name, override }) => override || header(kept, name) === undefined)
    .map(({ name, value }) => [name, value]);
  return { ...kept, ...Object.fromEntries(added) };
}
