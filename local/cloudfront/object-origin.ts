import type { Readable } from 'node:stream';
import { type Headers, type HttpRequest, type HttpResponse, header } from '../http-api/exchange.ts';

/** An object of a bucket. `etag` is quoted, `lastModified` in ms, `headers` what it was stored with (content-type and the like). */
export type StoredObject = {
  readonly size: number;
  readonly etag: string;
  readonly lastModified: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes from `start` to `end`, both included. */
  readonly open: (start: number, end: number) => Readable;
};

/** The buckets as the distribution may read them. */
export type Buckets = {
  readonly find: (bucket: string, key: string) => Promise<StoredObject | undefined>;
  /** Whether the bucket's policy grants ListBucket to the distribution: only then is a missing key a 404. */
  readonly listable: (bucket: string) => boolean;
};

const failure = (status: number, code: string, message: string, headers: Headers = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/xml', ...headers },
  body: Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  ),
});

const ACCESS_DENIED = () => failure(403, 'AccessDenied', 'Access Denied');

const opaque = (etag: string): string => etag.trim().replace(/^W\//, '');

/** The weak comparison of RFC 9110: the edge makes an ETag weak when it compresses. */
const matches = (list: string, etag: string): boolean =>
  list.trim() === '*' || list.split(',').some((one) => opaque(one) === opaque(etag));

/** Not before the second of `date`: HTTP dates have no finer grain. */
const unchangedSince = (date: string, lastModified: number): boolean =>
  Math.floor(lastModified / 1000) * 1000 <= Date.parse(date);

function precondition(headers: Headers, object: StoredObject): HttpResponse | undefined {
  const ifMatch = header(headers, 'if-match');
  const unmodified = header(headers, 'if-unmodified-since');
  const failed =
    ifMatch === undefined
      ? unmodified !== undefined && !unchangedSince(unmodified, object.lastModified)
      : !matches(ifMatch, object.etag);
  if (failed)
    return failure(
      412,
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
    );
  const ifNoneMatch = header(headers, 'if-none-match');
  const since = header(headers, 'if-modified-since');
  const fresh =
    ifNoneMatch === undefined
      ? since !== undefined && unchangedSince(since, object.lastModified)
      : matches(ifNoneMatch, object.etag);
  return fresh ? { status: 304, headers: metadata(object), body: Buffer.alloc(0) } : undefined;
}

const metadata = (object: StoredObject): Record<string, string> => ({
  'content-type': 'binary/octet-stream',
  ...object.headers,
  etag: object.etag,
  'last-modified': new Date(object.lastModified).toUTCString(),
  'accept-ranges': 'bytes',
});

type Range = { readonly start: number; readonly end: number };

/** One range of bytes; undefined for none or several (S3 then sends all), `unsatisfiable` beyond the end. */
function readRange(text: string | undefined, size: number): Range | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(text ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return undefined;
  return start > end ? 'unsatisfiable' : { start, end };
}

function answer(request: HttpRequest, object: StoredObject): HttpResponse {
  const condition = precondition(request.headers, object);
  if (condition) return condition;
  const ifRange = header(request.headers, 'if-range');
  const wanted =
    ifRange === undefined || ifRange === object.etag ? header(request.headers, 'range') : undefined;
  const range = readRange(wanted, object.size);
  if (range === 'unsatisfiable')
    return failure(416, 'InvalidRange', 'The requested range is not satisfiable', {
      'content-range': `bytes */${object.size}`,
    });
  const { start, end } = range ?? { start: 0, end: object.size - 1 };
  const headers = { ...metadata(object), 'content-length': String(end - start + 1) };
  const silent = request.method === 'HEAD' || end < start;
  const body = silent ? Buffer.alloc(0) : object.open(start, end);
  if (!range) return { status: 200, headers, body };
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${end}/${object.size}` },
    body,
  };
}

/**
 * A bucket as origin access control shows it: the path is the key and only reading is granted.
 * A missing key is a 403 unless the distribution may list the bucket.
 */
export const objectOrigin =
  (buckets: Buckets, bucket: string) =>
  async (request: HttpRequest): Promise<HttpResponse> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return ACCESS_DENIED();
    const path = request.url.split('?')[0] ?? '/';
    const object = await buckets.find(bucket, decodeKey(path.slice(1)));
    if (object) return answer(request, object);
    return buckets.listable(bucket)
      ? failure(404, 'NoSuchKey', 'The specified key does not exist.')
      : ACCESS_DENIED();
  };

/** A key that is not well-formed cannot exist. */
function decodeKey(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
