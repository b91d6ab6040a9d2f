import { bucketArn } from './bucket.ts';
import type { Answer, Call, Storage } from './call.ts';
import { isNotModified } from './conditions.ts';
import { S3Error } from './errors.ts';
import { NULL_VERSION, type ObjectRow } from './object-store.ts';
import { checksumHeaders } from './payload.ts';
import { parseRange } from './range.ts';

/** The parts of a request that a read looks at; CloudFront reads with these too. */
type ReadRequest = Pick<Call, 'method' | 'key' | 'query' | 'headers'> & { readonly bucket: string };

/** Query parameters with which a signed request may replace headers of the answer (GetObject, API reference). */
const OVERRIDES = ['type', 'language', 'disposition', 'encoding'].map((name) => `content-${name}`);
const OVERRIDABLE = [...OVERRIDES, 'cache-control', 'expires'];

/** GetObject and HeadObject. */
export function readObject(storage: Storage, call: Call): Answer {
  try {
    return answerRead(storage, { ...call, bucket: call.bucket.name });
  } catch (error) {
    const missing = error instanceof S3Error && error.code === 'NoSuchKey';
    // Who may not list a bucket does not learn which keys are missing (GetObject, permissions).
    if (missing && !call.mayUse('s3:ListBucket', bucketArn(call.bucket.name)))
      throw new S3Error('AccessDenied');
    throw error;
  }
}

/** Answers 200, 206 or 304 with the object's bytes unless it is a HEAD. Throws S3Error. */
export function answerRead(storage: Storage, request: ReadRequest): Answer {
  const row = findVersion(storage, request.bucket, request.key, request.query.get('versionId'));
  const headers = objectHeaders(row, request);
  if (isNotModified(request.headers, row)) {
    const { 'content-length': _, ...rest } = headers;
    return { status: 304, headers: rest };
  }
  const ifRange = request.headers['if-range'];
  const isStale = ifRange !== undefined && ifRange !== headers.etag;
  const range = isStale ? undefined : parseRange(request.headers.range, row.size);
  const body =
    request.method === 'HEAD' || row.file === null ? {} : { body: storage.blobs.read(row.file, range) };
  if (!range) return { status: 200, headers: { ...headers, ...wholeChecksums(row, request) }, ...body };
  return {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(range.end - range.start + 1),
      'content-range': `bytes ${range.start}-${range.end}/${row.size}`,
    },
    ...body,
  };
}

/** The version that is asked for, else the current one. Throws S3Error when there is none or it is a delete marker. */
export function findVersion(
  storage: Storage,
  bucket: string,
  key: string,
  versionId: string | undefined,
): ObjectRow {
  const { objects } = storage;
  const row =
    versionId === undefined ? objects.current(bucket, key) : objects.version(bucket, key, versionId);
  if (!row) throw new S3Error(versionId === undefined ? 'NoSuchKey' : 'NoSuchVersion');
  if (!row.deleteMarker) return row;
  const marker = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': row.versionId };
  throw new S3Error(versionId === undefined ? 'NoSuchKey' : 'MethodNotAllowed', undefined, marker);
}

function objectHeaders(row: ObjectRow, request: ReadRequest): Record<string, string> {
  const overrides = OVERRIDABLE.flatMap((name) => {
    const value = request.query.get(`response-${name}`);
    return value === undefined ? [] : [[name, value] as const];
  });
  const stored: Record<string, string> = JSON.parse(row.headers);
  return {
    ...stored,
    ...Object.fromEntries(overrides),
    'content-length': String(row.size),
    etag: `"${row.etag}"`,
    'last-modified': new Date(row.modifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
    ...(row.versionId !== NULL_VERSION && { 'x-amz-version-id': row.versionId }),
  };
}

function wholeChecksums(row: ObjectRow, request: ReadRequest): Record<string, string> {
  if (request.headers['x-amz-checksum-mode'] !== 'ENABLED') return {};
  const headers = checksumHeaders(JSON.parse(row.checksums));
  if (Object.keys(headers).length === 0) return {};
  const type = row.etag.includes('-') ? 'COMPOSITE' : 'FULL_OBJECT';
  return { ...headers, 'x-amz-checksum-type': type };
}
