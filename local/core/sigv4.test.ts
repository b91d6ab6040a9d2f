import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verify } from './sigv4.ts';
import type { SignedRequest } from './sigv4-request.ts';

// The requests and signatures that AWS publishes with the S3 API reference (signature examples, 24 May 2013).
const KEY_ID = 'AKIAIOSFODNN7EXAMPLE';
const secretFor = (id: string) => (id === KEY_ID ? 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' : undefined);
const at = Date.parse('2013-05-24T00:00:00Z');
const expected = { service: 's3', region: 'us-east-1', now: at };
const EMPTY = createHash('sha256').update('').digest('hex');

const authorization = (signedHeaders: string, signature: string) =>
  `AWS4-HMAC-SHA256 Credential=${KEY_ID}/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signedHeaders},Signature=${signature}`;

const get: SignedRequest = {
  method: 'GET',
  url: '/test.txt',
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': EMPTY,
    'x-amz-date': '20130524T000000Z',
    authorization: authorization(
      'host;range;x-amz-content-sha256;x-amz-date',
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ),
  },
};
const put: SignedRequest = {
  method: 'PUT',
  url: '/test%24file.text',
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    date: 'Fri, 24 May 2013 00:00:00 GMT',
    'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
    'x-amz-date': '20130524T000000Z',
    'x-amz-storage-class': 'REDUCED_REDUNDANCY',
    authorization: authorization(
      'date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    ),
  },
};
const list: SignedRequest = {
  method: 'GET',
  url: '/?max-keys=2&prefix=J',
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    'x-amz-content-sha256': EMPTY,
    'x-amz-date': '20130524T000000Z',
    authorization: authorization(
      'host;x-amz-content-sha256;x-amz-date',
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ),
  },
};
const presigned: SignedRequest = {
  method: 'GET',
  url: `/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${KEY_ID}%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404`,
  headers: { host: 'examplebucket.s3.amazonaws.com' },
};

const codeOf = (request: SignedRequest, overrides: Partial<typeof expected> = {}) => {
  const result = verify(request, secretFor, { ...expected, ...overrides });
  return result.ok ? 'ok' : result.code;
};
const withHeaders = (request: SignedRequest, headers: SignedRequest['headers']): SignedRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
});

describe('published examples', () => {
  it.each([
    ['GET with range', get],
    ['PUT with an escaped key', put],
    ['GET with query', list],
    ['presigned GET', presigned],
  ])('accepts %s', (_, request) => {
    expect(verify(request, secretFor, expected)).toMatchObject({ ok: true, accessKeyId: KEY_ID });
  });

  it('does not depend on the order of the query', () => {
    expect(codeOf({ ...list, url: '/?prefix=J&max-keys=2' })).toBe('ok');
  });
});

describe('refusals of S3', () => {
  const tampered = withHeaders(get, { range: 'bytes=0-10' });
  const otherKey = withHeaders(get, {
    authorization: get.headers.authorization?.replace(KEY_ID, 'AKIAUNKNOWN'),
  });
  it.each<[string, SignedRequest, Partial<typeof expected>, string]>([
    ['anonymous', { ...get, headers: { host: 'x' } }, {}, 'AccessDenied'],
    ['another scheme', withHeaders(get, { authorization: 'Basic YTpi' }), {}, 'AuthorizationHeaderMalformed'],
    ['another path', { ...get, url: '/other.txt' }, {}, 'SignatureDoesNotMatch'],
    ['another method', { ...get, method: 'PUT' }, {}, 'SignatureDoesNotMatch'],
    ['a changed signed header', tampered, {}, 'SignatureDoesNotMatch'],
    ['an added x-amz header', withHeaders(get, { 'x-amz-acl': 'public-read' }), {}, 'AccessDenied'],
    ['an unknown key', otherKey, {}, 'InvalidAccessKeyId'],
    ['another region', get, { region: 'ap-southeast-1' }, 'AuthorizationHeaderMalformed'],
    ['15 minutes and 1 s late', get, { now: at + 901_000 }, 'RequestTimeTooSkewed'],
    ['15 minutes and 1 s early', get, { now: at - 901_000 }, 'RequestTimeTooSkewed'],
    ['an expired presigned URL', presigned, { now: at + 86_401_000 }, 'AccessDenied'],
    ['a presigned URL from the future', presigned, { now: at - 901_000 }, 'AccessDenied'],
    ['a broken escape', { ...get, url: '/%zz' }, {}, 'AuthorizationHeaderMalformed'],
    ['an unknown payload form', withHeaders(get, { 'x-amz-content-sha256': 'x' }), {}, 'InvalidArgument'],
  ])('refuses %s', (_, request, overrides, code) => {
    expect(codeOf(request, overrides)).toBe(code);
  });

  it('takes a request until the last second of its window', () => {
    expect(codeOf(get, { now: at + 900_000 })).toBe('ok');
    expect(codeOf(presigned, { now: at + 86_400_000 })).toBe('ok');
  });

  it.each(['0', '604801', 'x'])('refuses a presigned URL whose life is %s seconds', (life) => {
    const url = presigned.url?.replace('X-Amz-Expires=86400', `X-Amz-Expires=${life}`);
    expect(codeOf({ ...presigned, url })).toBe('AuthorizationHeaderMalformed');
  });
});

describe('JSON services', () => {
  it('words its refusals as they do', () => {
    const service = { service: 'dynamodb' };
    expect(codeOf({ ...get, headers: {} }, service)).toBe('MissingAuthenticationTokenException');
    expect(codeOf(get, service)).toBe('InvalidSignatureException');
    expect(codeOf(get, { ...service, region: 'eu-west-1' })).toBe('InvalidSignatureException');
    const otherKey = get.headers.authorization?.replace(KEY_ID, 'AKIAUNKNOWN');
    expect(codeOf(withHeaders(get, { authorization: otherKey }), service)).toBe(
      'UnrecognizedClientException',
    );
  });
});
