import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { cspHash, inlineParts } from '../../web/shells/inline-parts.ts';

/** What browsers let a page ask of the device. Recordings may fill the screen; nothing else is needed. */
const DEVICE = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics'];

/** Hosts beside the site that its pages may talk to, and those whose pages they may frame. */
export type Neighbours = { readonly connect: readonly string[]; readonly frame: readonly string[] };

/**
 * The content security policy of every page and file: own code only, by address or by the hash of an inline part, and no text
 * becomes code on the way (docs/adr/0012).
 */
function contentSecurityPolicy({ connect, frame }: Neighbours): string {
  const { script, style } = inlineParts();
  return [
    "default-src 'self'",
    `script-src 'self' ${cspHash(script)}`,
    `style-src 'self' ${cspHash(style)}`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "worker-src 'self'",
    `connect-src 'self' ${connect.join(' ')}`,
    `frame-src ${frame.join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types hoc-vu-so',
  ].join('; ');
}

/** An answer of the API is data. A browser that is led to take one for a page runs and shows nothing of it. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

export const securityHeaders = (contentSecurityPolicy: string): ResponseSecurityHeadersBehavior => ({
  contentSecurityPolicy: { override: true, contentSecurityPolicy },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  referrerPolicy: {
    referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
    override: true,
  },
  strictTransportSecurity: {
    accessControlMaxAge: Duration.days(365),
    includeSubdomains: true,
    override: true,
  },
});

export const SAME_ORIGIN = {
  header: 'cross-origin-resource-policy',
  value: 'same-origin',
  override: true,
};
export const NO_DEVICE = {
  header: 'permissions-policy',
  value: DEVICE.map((feature) => `${feature}=()`).join(', '),
  override: true,
};

/** Headers that pages, their files and recordings are answered with. */
export function pageHeaders(scope: Construct, neighbours: Neighbours): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'Headers', {
    securityHeadersBehavior: securityHeaders(contentSecurityPolicy(neighbours)),
    customHeadersBehavior: {
      customHeaders: [
        { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
        SAME_ORIGIN,
        NO_DEVICE,
      ],
    },
  });
}

/** Headers of the API's answers: without what only a page heeds, they are 0.6 KB shorter, and a page has twenty of them. */
export function dataHeaders(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'DataHeaders', {
    securityHeadersBehavior: securityHeaders(DATA_POLICY),
    customHeadersBehavior: { customHeaders: [SAME_ORIGIN] },
  });
}
