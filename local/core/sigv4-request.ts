import type { IncomingHttpHeaders } from 'node:http';

/**
 * The parts of an HTTP request that a signature covers; `url` is path and query as sent.
 * `body` is given by services that buffer it; S3 checks its payload while it streams.
 */
export type SignedRequest = {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body?: Uint8Array | undefined;
};

export type QueryParameter = readonly [name: string, value: string];

/** What a request claims about its own signature, not yet believed. `expires` (s) is there for presigned URLs. */
export type SignatureClaim = {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly timestamp: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly expires?: number;
};

const LONGEST_EXPIRY_S = 604_800;
const ALGORITHM = 'AWS4-HMAC-SHA256';

/** The URI encoding of SigV4: everything but letters, digits and `-._~`. */
export const encodeUri = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** A header as one string, lower-case `name`; several values are joined as HTTP allows. */
export const headerValue = (headers: IncomingHttpHeaders, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : value;
};

/**
 * Splits a request target without normalising it (an S3 key may hold `//` or `..`); undefined when an escape is broken.
 */
export function parseTarget(url: string): { path: string; query: QueryParameter[] } | undefined {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  const pairs = at < 0 ? [] : url.slice(at + 1).split('&');
  try {
    decodeURIComponent(path);
    return { path, query: pairs.filter(Boolean).map(parsePair) };
  } catch {
    return undefined;
  }
}

function parsePair(pair: string): QueryParameter {
  const at = pair.indexOf('=');
  const decode = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
  return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
}

/** The claim of a presigned URL or of an Authorization header; `missing` when the request is anonymous. */
export function readClaim(
  headers: IncomingHttpHeaders,
  query: readonly QueryParameter[],
): SignatureClaim | 'missing' | 'malformed' {
  const parameters = new Map(query);
  if (parameters.has('X-Amz-Algorithm') || parameters.has('X-Amz-Signature')) return presigned(parameters);
  const authorization = headers.authorization;
  if (authorization === undefined) return 'missing';
  if (!authorization.startsWith(`${ALGORITHM} `)) return 'malformed';
  const fields = new Map(
    authorization
      .slice(ALGORITHM.length)
      .split(',')
      .map((field) => {
        const [name = '', ...rest] = field.trim().split('=');
        return [name, rest.join('=')] as const;
      }),
  );
  return buildClaim({
    credential: fields.get('Credential'),
    signedHeaders: fields.get('SignedHeaders'),
    signature: fields.get('Signature'),
    timestamp: headerValue(headers, 'x-amz-date'),
  });
}

function presigned(parameters: ReadonlyMap<string, string>): SignatureClaim | 'malformed' {
  const expires = Number(parameters.get('X-Amz-Expires') ?? Number.NaN);
  if (!Number.isInteger(expires) || expires < 1 || expires > LONGEST_EXPIRY_S) return 'malformed';
  if (parameters.get('X-Amz-Algorithm') !== ALGORITHM) return 'malformed';
  const claim = buildClaim({
    credential: parameters.get('X-Amz-Credential'),
    signedHeaders: parameters.get('X-Amz-SignedHeaders'),
    signature: parameters.get('X-Amz-Signature'),
    timestamp: parameters.get('X-Amz-Date'),
  });
  return claim === 'malformed' ? claim : { ...claim, expires };
}

function buildClaim(fields: {
  credential: string | undefined;
  signedHeaders: string | undefined;
  signature: string | undefined;
  timestamp: string | undefined;
}): SignatureClaim | 'malformed' {
  const { credential, signedHeaders, signature, timestamp } = fields;
  const [accessKeyId, date, region, service, end, ...more] = (credential ?? '').split('/');
  if (!accessKeyId || !date || !region || !service || end !== 'aws4_request' || more.length > 0)
    return 'malformed';
  if (!signedHeaders || !/^[0-9a-f]{64}$/.test(signature ?? '')) return 'malformed';
  if (!/^\d{8}T\d{6}Z$/.test(timestamp ?? '') || !timestamp?.startsWith(date)) return 'malformed';
  const names = signedHeaders.toLowerCase().split(';');
  return {
    accessKeyId,
    date,
    region,
    service,
    timestamp,
    signedHeaders: names,
    signature: signature ?? '',
  };
}

/** The instant (epoch ms) of a SigV4 timestamp such as 20130524T000000Z. */
export const timestampToMs = (timestamp: string): number =>
  Date.parse(timestamp.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
