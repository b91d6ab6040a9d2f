import { ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { NO_DEVICE, SAME_ORIGIN, securityHeaders } from './page-headers.ts';

/**
 * What a package may load: its own files, and whatever it makes of them, because authoring tools write inline script.
 * No worker by address: a service worker would go on answering after the package was withdrawn.
 */
const PACKAGE_POLICY = [
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
  "connect-src 'self' data: blob:",
  'worker-src blob:',
  "form-action 'self'",
  "base-uri 'self'",
].join('; ');

/**
 * Our own page around it: script and style by file. `frame-src` holds for every address that the package inside goes
 * to, so that it cannot leave for another site either; a package can reach this page, so no worker from here either. Who
 * frames it is not said: the site's address is not known to this stack, and without a pass there is nothing in it.
 */
const PLAYER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "frame-src 'self'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Headers of what is framed by another origin: those of pages but for the ones that forbid just that. */
function framed(scope: Construct, id: string, policy: string): ResponseHeadersPolicy {
  const { frameOptions, ...securityHeadersBehavior } = securityHeaders(policy);
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior,
    customHeadersBehavior: { customHeaders: [SAME_ORIGIN, NO_DEVICE] },
  });
}

/** Headers of every file of a package. */
export const packageHeaders = (scope: Construct): ResponseHeadersPolicy =>
  framed(scope, 'PackageHeaders', PACKAGE_POLICY);

/** Headers of the page that plays packages. */
export const playerHeaders = (scope: Construct): ResponseHeadersPolicy =>
  framed(scope, 'PlayerHeaders', PLAYER_POLICY);
