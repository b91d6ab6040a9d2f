import { createHash, createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml, leaf } from '#shared/text/write-xml.ts';
import { verify } from '../core/sigv4.ts';
import { decodeChunks } from './aws-chunked.ts';
import { S3Error } from './errors.ts';
import { parseXml } from './xml.ts';

async function* inPieces(data: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size);
}
const decode = async (
  framed: Buffer,
  size: number,
  ...rest: [Map<string, string>, Parameters<typeof decodeChunks>[2]]
) => {
  const pieces: Buffer[] = [];
  for await (const piece of decodeChunks(inPieces(framed, size), ...rest)) pieces.push(piece);
  return Buffer.concat(pieces);
};

// The chunked upload that AWS publishes with its signatures (S3 API reference, streaming SigV4, 24 May 2013).
const published = verify(
  {
    method: 'PUT',
    url: '/examplebucket/chunkObject.txt',
    headers: {
      host: 's3.amazonaws.com',
      'content-encoding': 'aws-chunked',
      'content-length': '66824',
      'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
      'x-amz-date': '20130524T000000Z',
      'x-amz-decoded-content-length': '66560',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class,Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
    },
  },
  () => 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  { service: 's3', region: 'us-east-1', now: Date.parse('2013-05-24T00:00:00Z') },
);
const signing = published.ok ? published.chunks : undefined;
const chunk = (data: string, signature: string) =>
  `${data.length.toString(16)};chunk-signature=${signature}\r\n${data}\r\n`;
const FIRST = 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648';
const SECOND = '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497';
const LAST = 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9';
const body = (first: string) =>
  Buffer.from(chunk(first, FIRST) + chunk('a'.repeat(1024), SECOND) + chunk('', LAST));

describe('signed chunks', () => {
  it('takes the published example', async () => {
    expect(published.ok).toBe(true);
    const data = await decode(body('a'.repeat(65_536)), 1000, new Map(), signing);
    expect(data.equals(Buffer.alloc(66_560, 'a'))).toBe(true);
  });

  it('refuses a changed byte and an unsigned chunk', async () => {
    const changed = decode(body(`b${'a'.repeat(65_535)}`), 1000, new Map(), signing);
    await expect(changed).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
    const unsigned = decode(Buffer.from('0\r\n\r\n'), 10, new Map(), signing);
    await expect(unsigned).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
  });

  it('covers the trailer', async () => {
    if (!signing) throw new Error('unsigned');
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const sign = (kind: string, previous: string, ...hashes: string[]) =>
      createHmac('sha256', signing.key)
        .update(
          [`AWS4-HMAC-SHA256-${kind}`, signing.timestamp, signing.scope, previous, ...hashes].join('\n'),
        )
        .digest('hex');
    const end = sign('PAYLOAD', signing.seedSignature, hash(''), hash(''));
    const trailer = sign('TRAILER', end, hash('x-amz-checksum-crc32:AAAAAA==\n'));
    const framed = (sum: string) =>
      Buffer.from(
        `0;chunk-signature=${end}\r\nx-amz-checksum-crc32:${sum}\r\nx-amz-trailer-signature:${trailer}\r\n\r\n`,
      );
    const trailers = new Map<string, string>();
    await decode(framed('AAAAAA=='), 7, trailers, signing);
    expect(trailers.get('x-amz-checksum-crc32')).toBe('AAAAAA==');
    const changed = decode(framed('BBBBBB=='), 7, new Map(), signing);
    await expect(changed).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
  });
});

describe('unsigned chunks', () => {
  it('come out as they went in, however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 })),
        fc.integer({ min: 1, max: 50 }),
        async (chunks, size) => {
          const framed = Buffer.concat([
            ...chunks.flatMap((c) => [Buffer.from(`${c.length.toString(16)}\r\n`), c, Buffer.from('\r\n')]),
            Buffer.from('0\r\nx-amz-checksum-crc32: AAAAAA==\r\n\r\n'),
          ]);
          const trailers = new Map<string, string>();
          expect((await decode(framed, size, trailers, undefined)).equals(Buffer.concat(chunks))).toBe(true);
          expect([...trailers]).toEqual([['x-amz-checksum-crc32', 'AAAAAA==']]);
          const cut = decode(framed.subarray(0, framed.length - 3), size, new Map(), undefined);
          await expect(cut).rejects.toBeInstanceOf(S3Error);
        },
      ),
    );
  });

  it.each(['zz\r\nab\r\n0\r\n\r\n', '1\r\nab\r\n0\r\n\r\n', '-1\r\n\r\n', '0\r\nno colon\r\n\r\n'])(
    'refuses %j',
    async (framed) => {
      await expect(decode(Buffer.from(framed), 99, new Map(), undefined)).rejects.toMatchObject({
        code: 'IncompleteBody',
      });
    },
  );
});

describe('XML', () => {
  it('gives back any text that was escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [child] = parseXml(
          `<?xml version="1.0"?>\n<A xmlns="x">${leaf('Key', text)}</A>`,
          'A',
        ).children;
        expect(child?.text).toBe(text);
      }),
    );
    expect(escapeXml('<&">\r')).toBe('&lt;&amp;&quot;&gt;&#13;');
  });

  it.each([
    '',
    '<B/>',
    '<A>',
    '<A></B>',
    '<A/><A/>',
    '<A/>text',
    '<!DOCTYPE A [<!ENTITY x "y">]><A>&x;</A>',
    '<A>&x;</A>',
    '<A>a & b</A>',
    '<A><!-- no --></A>',
    '<A><![CDATA[x]]></A>',
    '<A>&#0;</A>',
    '</A><A>',
  ])('refuses %j', (text) => {
    expect(() => parseXml(text, 'A')).toThrow(S3Error);
  });
});
