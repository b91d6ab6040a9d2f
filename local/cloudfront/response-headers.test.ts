import { describe, expect, test } from 'vitest';
import { MANAGED_RESPONSE_HEADERS_POLICIES } from './managed-policies.ts';
import { responseHeadersPolicy } from './policies.ts';
import { applyPolicy } from './response-headers.ts';

const noOrigin = { origin: undefined, preflight: false };
const read = (config: object) => responseHeadersPolicy.parse({ ResponseHeadersPolicyConfig: config });
const cors = (override: object = {}) =>
  read({
    CorsConfig: {
      AccessControlAllowCredentials: false,
      AccessControlAllowHeaders: { Items: ['authorization', 'content-type'] },
      AccessControlAllowMethods: { Items: ['GET', 'PUT'] },
      AccessControlAllowOrigins: { Items: ['https://*.example.org'] },
      AccessControlExposeHeaders: { Items: ['etag'] },
      AccessControlMaxAgeSec: 600,
      OriginOverride: true,
      ...override,
    },
  });

test('custom headers override or give way, and named ones are removed', () => {
  const policy = read({
    CustomHeadersConfig: {
      Items: [
        { Header: 'X-Win', Value: 'policy', Override: true },
        { Header: 'X-Lose', Value: 'policy', Override: false },
        { Header: 'X-New', Value: 'policy', Override: false },
      ],
    },
    RemoveHeadersConfig: { Items: [{ Header: 'Server' }] },
  });
  const before = { 'x-win': 'origin', 'x-lose': 'origin', server: 's' };
  expect(applyPolicy(before, policy, noOrigin)).toEqual({
    'x-win': 'policy',
    'x-lose': 'origin',
    'x-new': 'policy',
  });
});

test('security headers', () => {
  const Override = true;
  const policy = read({
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'self'", Override },
      ContentTypeOptions: { Override },
      FrameOptions: { FrameOption: 'DENY', Override },
      ReferrerPolicy: { ReferrerPolicy: 'same-origin', Override },
      StrictTransportSecurity: {
        AccessControlMaxAgeSec: 60,
        IncludeSubdomains: true,
        Preload: true,
        Override,
      },
      XSSProtection: { Protection: true, ModeBlock: true, Override },
    },
  });
  expect(applyPolicy({}, policy, noOrigin)).toEqual({
    'content-security-policy': "default-src 'self'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'strict-transport-security': 'max-age=60; includeSubDomains; preload',
    'x-xss-protection': '1; mode=block',
  });
});

describe('CORS', () => {
  const origin = 'https://app.example.org';

  test('only for a request with an allowed origin', () => {
    expect(applyPolicy({}, cors(), noOrigin)).toEqual({});
    expect(applyPolicy({}, cors(), { origin: 'https://example.com', preflight: false })).toEqual({});
    expect(applyPolicy({}, cors(), { origin, preflight: false })).toEqual({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'etag',
    });
  });

  test('more for a preflight', () => {
    expect(applyPolicy({}, cors(), { origin, preflight: true })).toMatchObject({
      'access-control-allow-methods': 'GET, PUT',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '600',
    });
  });

  test("the origin's own headers stay where the policy does not override", () => {
    const own = { 'access-control-allow-origin': 'https://own.example.org' };
    expect(applyPolicy(own, cors({ OriginOverride: false }), { origin, preflight: false })).toMatchObject(
      own,
    );
  });

  test('with credentials the origin is named, never *', () => {
    const policy = cors({ AccessControlAllowCredentials: true, AccessControlAllowOrigins: { Items: ['*'] } });
    expect(applyPolicy({}, policy, { origin, preflight: false })).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
    });
  });
});

test('the managed SecurityHeadersPolicy', () => {
  const policy = MANAGED_RESPONSE_HEADERS_POLICIES['67f7725c-6f97-4210-82d7-5512b31e9d03'] ?? {};
  expect(applyPolicy({ 'x-frame-options': 'DENY' }, policy, noOrigin)).toEqual({
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'strict-transport-security': 'max-age=31536000',
    'x-xss-protection': '1; mode=block',
  });
});
