import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type SignatureFailure, wordFailure } from './sigv4-failures.ts';
import {
  encodeUri,
  headerValue,
  parseTarget,
  type QueryParameter,
  readClaim,
  type SignatureClaim,
  type SignedRequest,
  timestampToMs,
} from './sigv4-request.ts';

/** What is needed to check the signatures of aws-chunked chunks, each of which covers the one before. */
export type ChunkSigning = {
  readonly key: Buffer;
  readonly timestamp: string;
  readonly scope: string;
  readonly seedSignature: string;
};

/** `payloadHash` is what the signature says of the body: 64 hex digits, UNSIGNED-PAYLOAD or STREAMING-... */
export type Verification =
  | {
      readonly ok: true;
      readonly accessKeyId: string;
      readonly payloadHash: string;
      readonly chunks: ChunkSigning;
    }
  | { readonly ok: false; readonly status: number; readonly code: string; readonly message: string };

/** The service and region that the request must be signed for, and the time (epoch ms) to judge it by. */
export type Expected = { readonly service: string; readonly region: string; readonly now: number };

type Refusal = { readonly failure: SignatureFailure; readonly detail?: string };

const CLOCK_SKEW_MS = 15 * 60_000;
const PAYLOAD_HASH =
  /^([0-9a-f]{64}|UNSIGNED-PAYLOAD|STREAMING-UNSIGNED-PAYLOAD-TRAILER|STREAMING-AWS4-HMAC-SHA256-PAYLOAD(-TRAILER)?)$/;

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/**
 * Verifies Signature Version 4 of a header-signed request or a presigned URL, with AWS's own error codes.
 * `secretFor` gives the secret of an access key id, undefined when there is no such key.
 */
export function verify(
  request: SignedRequest,
  secretFor: (accessKeyId: string) => string | undefined,
  expected: Expected,
): Verification {
  const refuse = (failure: SignatureFailure, detail?: string): Verification => ({
    ok: false,
    ...wordFailure(failure, expected.service, detail),
  });
  const target = parseTarget(request.url ?? '/');
  if (!target) return refuse('malformed', 'The URI of the request holds a broken escape.');
  const claim = readClaim(request.headers, target.query);
  if (claim === 'missing' || claim === 'malformed') return refuse(claim);
  const payloadHash = payloadHashOf(request, target.query, claim, expected.service);
  if (!payloadHash) return refuse('badPayloadHash');
  const secret = secretFor(claim.accessKeyId);
  if (secret === undefined) return refuse('unknownKey');
  const refusal = checkScope(claim, expected) ?? checkTime(claim, expected) ?? checkHeaders(claim, request);
  if (refusal) return refuse(refusal.failure, refusal.detail);

  const scope = `${claim.date}/${expected.region}/${expected.service}/aws4_request`;
  const key = [claim.date, expected.region, expected.service, 'aws4_request'].reduce<string | Buffer>(
    hmac,
    `AWS4${secret}`,
  ) as Buffer;
  const canonical = canonicalRequest(request, target, claim, payloadHash, expected.service);
  const toSign = ['AWS4-HMAC-SHA256', claim.timestamp, scope, sha256(canonical)].join('\n');
  if (!timingSafeEqual(hmac(key, toSign), Buffer.from(claim.signature, 'hex'))) return refuse('mismatch');
  const chunks = { key, timestamp: claim.timestamp, scope, seedSignature: claim.signature };
  return { ok: true, accessKeyId: claim.accessKeyId, payloadHash, chunks };
}

function payloadHashOf(
  request: SignedRequest,
  query: readonly QueryParameter[],
  claim: SignatureClaim,
  service: string,
): string | undefined {
  if (service !== 's3') return sha256(request.body ?? '');
  const inQuery = query.find(([name]) => name === 'X-Amz-Content-Sha256')?.[1];
  const presignedDefault = claim.expires === undefined ? undefined : 'UNSIGNED-PAYLOAD';
  const hash = inQuery ?? headerValue(request.headers, 'x-amz-content-sha256') ?? presignedDefault;
  return hash !== undefined && PAYLOAD_HASH.test(hash) ? hash : undefined;
}

function checkScope(claim: SignatureClaim, expected: Expected): Refusal | undefined {
  if (claim.region !== expected.region)
    return {
      failure: 'wrongScope',
      detail: `The authorization header is malformed; the region '${claim.region}' is wrong; expecting '${expected.region}'`,
    };
  if (claim.service !== expected.service)
    return {
      failure: 'wrongScope',
      detail: `Credential should be scoped to correct service: '${expected.service}'.`,
    };
  return undefined;
}

function checkTime(claim: SignatureClaim, expected: Expected): Refusal | undefined {
  const signedAt = timestampToMs(claim.timestamp);
  if (Number.isNaN(signedAt)) return { failure: 'malformed' };
  const age = expected.now - signedAt;
  if (claim.expires === undefined) return Math.abs(age) > CLOCK_SKEW_MS ? { failure: 'skewed' } : undefined;
  if (age > claim.expires * 1000) return { failure: 'expired' };
  return age < -CLOCK_SKEW_MS ? { failure: 'notYetValid' } : undefined;
}

/** Host and every x-amz- header must be signed, or a man in the middle could add one (a copy source, say). */
function checkHeaders(claim: SignatureClaim, request: SignedRequest): Refusal | undefined {
  const signed = new Set(claim.signedHeaders);
  const needed = Object.keys(request.headers).filter((n) => n.startsWith('x-amz-') || n === 'host');
  // A payload hash outside the signed headers is still covered: it is a line of the canonical request.
  const free = needed.filter((name) => !signed.has(name) && name !== 'x-amz-content-sha256');
  return free.length > 0 ? { failure: 'unsignedHeaders' } : undefined;
}

/** S3 encodes each path segment once, every other service twice (SigV4 specification, canonical URI). */
function canonicalRequest(
  request: SignedRequest,
  target: { path: string; query: readonly QueryParameter[] },
  claim: SignatureClaim,
  payloadHash: string,
  service: string,
): string {
  const encodeSegment =
    service === 's3' ? (segment: string) => encodeUri(decodeURIComponent(segment)) : encodeUri;
  const query = target.query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encodeUri(name), encodeUri(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const headers = claim.signedHeaders.map((name) => {
    const value = headerValue(request.headers, name) ?? '';
    return `${name}:${value.trim().replace(/\s+/g, ' ')}`;
  });
  const path = target.path.split('/').map(encodeSegment).join('/');
  return [request.method, path, query, ...headers, '', claim.signedHeaders.join(';'), payloadHash].join('\n');
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
