import { verify } from 'node:crypto';
import * as z from 'zod';
import { type HttpRequest, type HttpResponse, header } from '../http-api/exchange.ts';

/** Public keys (PEM) by the id that a request names them by. */
export type TrustedKeys = ReadonlyMap<string, string>;

const Policy = z.strictObject({
  Statement: z.tuple([
    z.strictObject({
      Resource: z.string(),
      Condition: z.strictObject({
        DateLessThan: z.strictObject({ 'AWS:EpochTime': z.number() }),
        DateGreaterThan: z.strictObject({ 'AWS:EpochTime': z.number() }).optional(),
      }),
    }),
  ]),
});

/** Codes and words as CloudFront answers them. */
const REFUSALS = {
  MissingKey: 'Missing Key-Pair-Id query parameter or cookie value',
  InvalidKey: 'Unknown Key',
  MalformedPolicy: 'Malformed Policy',
  AccessDenied: 'Access denied',
} as const;
type Code = keyof typeof REFUSALS;

const HASHES: Readonly<Record<string, string>> = { SHA1: 'RSA-SHA1', SHA256: 'RSA-SHA256' };

/** The characters that CloudFront writes for those of Base64 that a cookie must not hold. */
const decode = (text: string): Buffer =>
  Buffer.from(text.replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/'), 'base64');

const cookiesOf = (request: HttpRequest): ReadonlyMap<string, string> =>
  new Map(
    (header(request.headers, 'cookie') ?? '').split(/;\s*/).map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );

/** `*` stands for any text, also with slashes and question marks in it; `?` for one character. */
const fits = (pattern: string, url: string): boolean => {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(url);
};

const readPolicy = (bytes: Buffer): z.output<typeof Policy>['Statement'][0] | undefined => {
  try {
    return Policy.parse(JSON.parse(bytes.toString())).Statement[0];
  } catch {
    return undefined;
  }
};

function faultOf(keys: TrustedKeys, request: HttpRequest, url: string, now: number): Code | undefined {
  const cookies = cookiesOf(request);
  const keyPairId = cookies.get('CloudFront-Key-Pair-Id');
  if (!keyPairId) return 'MissingKey';
  const key = keys.get(keyPairId);
  if (!key) return 'InvalidKey';
  const policyBytes = decode(cookies.get('CloudFront-Policy') ?? '');
  const statement = readPolicy(policyBytes);
  if (!statement) return 'MalformedPolicy';
  const hash = HASHES[cookies.get('CloudFront-Hash-Algorithm') ?? 'SHA1'];
  const signature = decode(cookies.get('CloudFront-Signature') ?? '');
  if (!hash || !verify(hash, policyBytes, key, signature)) return 'AccessDenied';
  const { DateLessThan, DateGreaterThan } = statement.Condition;
  const isInTime =
    now < DateLessThan['AWS:EpochTime'] * 1000 &&
    (!DateGreaterThan || now > DateGreaterThan['AWS:EpochTime'] * 1000);
  return isInTime && fits(statement.Resource, url) ? undefined : 'AccessDenied';
}

/**
 * What CloudFront answers to a request for a restricted behaviour; undefined lets it pass. Cookies with a custom policy
 * are played (developer guide, "Set signed cookies using a custom policy"); signed URLs and canned policies are refused.
 * `url` is the whole address with its query, `now` in ms.
 */
export function refuseUnsigned(
  keys: TrustedKeys,
  request: HttpRequest,
  { url, now }: { readonly url: string; readonly now: number },
): HttpResponse | undefined {
  const code = faultOf(keys, request, url, now);
  return (
    code && {
      status: 403,
      headers: { 'content-type': 'text/xml', 'x-cache': 'Error from cloudfront' },
      body: Buffer.from(
        `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${REFUSALS[code]}</Message></Error>`,
      ),
    }
  );
}
