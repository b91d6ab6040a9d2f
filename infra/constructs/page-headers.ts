import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { cspHash, inlineParts } from '../../web/shells/inline-parts.ts';

/** What browsers let a page ask of the device. Recordings may fill the screen; nothing else is needed. */
const DEVICE = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics'];

/**
 * The content security policy of every answer: own code only, by address or by the hash of an inline part, and no text
 * becomes code on the way (docs/adr/0012). `connectSources`: hosts beside the site that the page may talk to.
 */
function contentSecurityPolicy(connectSources: readonly string[]): string {
  const { script, style } = inlineParts();
  return [
    "default-src 'self'",
    `script-src 'self' ${cspHash(script)}`,
    `style-src 'self' ${cspHash(style)}`,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "worker-src 'self'",
    `connect-src 'self' ${connectSources.join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types hoc-vu-so',
  ].join('; ');
}

/** Headers that pages, API and recordings are all answered with. */
export function pageHeaders(scope: Construct, connectSources: readonly string[]): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        override: true,
        contentSecurityPolicy: contentSecurityPolicy(connectSources),
      },
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
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
        { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
        {
          header: 'permissions-policy',
          value: DEVICE.map((feature) => `${feature}=()`).join(', '),
          override: true,
        },
      ],
    },
  });
}
