import type { Readable } from 'node:stream';
import { type HttpRequest, type HttpResponse, header } from '../http-api/exchange.ts';

type ObjectAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes, or the XML of an error. */
  readonly body?: string | Readable;
};

/** The buckets as their policies show them to the distribution. */
export type Buckets = {
  /** As S3 answers GET and HEAD: conditions and ranges are honoured, errors come as answers. */
  readonly read: (
    bucket: string,
    key: string,
    headers: Readonly<Record<string, string | undefined>>,
    method: 'GET' | 'HEAD',
  ) => ObjectAnswer;
  /** Whether GetObject is granted. */
  readonly readable: (bucket: string, key: string) => boolean;
  /** Whether ListBucket is granted: only then is a missing key a 404. */
  readonly listable: (bucket: string) => boolean;
};

const accessDenied = (): HttpResponse => ({
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
  ),
});

/** What a reader may ask beside the key. */
const PASSED = ['range', 'if-range', 'if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'];

const toResponse = ({ status, headers = {}, body = '' }: ObjectAnswer): HttpResponse =>
  typeof body === 'string'
    ? {
        status,
        headers: { ...(body !== '' && { 'content-type': 'application/xml' }), ...headers },
        body: Buffer.from(body),
      }
    : { status, headers, body };

/**
 * A bucket as origin access control shows it: the path is the key, and only reading can be granted.
 * A missing key is a 403 unless the distribution may list the bucket.
 */
export const objectOrigin =
  (buckets: Buckets, bucket: string) =>
  async ({ method, url, headers }: HttpRequest): Promise<HttpResponse> => {
    if (method !== 'GET' && method !== 'HEAD') return accessDenied();
    const key = decodeKey(url.split('?')[0]?.slice(1) ?? '');
    if (!buckets.readable(bucket, key)) return accessDenied();
    const asked = Object.fromEntries(PASSED.map((name) => [name, header(headers, name)]));
    const answer = buckets.read(bucket, key, asked, method);
    return answer.status === 404 && !buckets.listable(bucket) ? accessDenied() : toResponse(answer);
  };

/** As S3 reads it: a bare plus is a space. A key that is not well-formed cannot exist. */
function decodeKey(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return '';
  }
}
