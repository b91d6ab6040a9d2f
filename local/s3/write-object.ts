import { leaf } from '#shared/text/write-xml.ts';
import { bucketArn } from './bucket.ts';
import type { Answer, Call, Storage } from './call.ts';
import { checkWrite } from './conditions.ts';
import { S3Error } from './errors.ts';
import { emitCreated } from './object-events.ts';
import { type NewObject, NULL_VERSION, type ObjectRow } from './object-store.ts';
import { checksumHeaders, storeBody } from './payload.ts';
import { findVersion } from './read-object.ts';
import { xmlDocument } from './xml.ts';

const KEPT = /^(content-type|cache-control|content-disposition|content-language|expires|x-amz-meta-.+)$/;
const LARGEST_METADATA_BYTES = 2048;
type Content = Pick<NewObject, 'etag' | 'size' | 'checksums'> & { readonly file: string };

/** The request headers that become headers of the object, as JSON. Throws S3Error MetadataTooLarge. */
export function keptHeaders(call: Call): string {
  const kept = Object.entries(call.headers).filter(([name]) => KEPT.test(name));
  const encoding = (call.headers['content-encoding'] ?? '')
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'aws-chunked');
  const metadata = kept.filter(([name]) => name.startsWith('x-amz-meta-'));
  if (metadata.join('').length > LARGEST_METADATA_BYTES) throw new S3Error('MetadataTooLarge');
  return JSON.stringify({
    'content-type': 'binary/octet-stream',
    ...Object.fromEntries(kept),
    ...(encoding.length > 0 && { 'content-encoding': encoding.join(', ') }),
  });
}

export const versionHeader = (row: ObjectRow): Record<string, string> =>
  row.versionId === NULL_VERSION ? {} : { 'x-amz-version-id': row.versionId };

/** The current object that a write condition is judged against; a delete marker counts as none. */
const existing = (storage: Storage, call: Call): ObjectRow | undefined => {
  const row = storage.objects.current(call.bucket.name, call.key);
  return row?.deleteMarker ? undefined : row;
};

export const checkWriteConditions = (storage: Storage, call: Call): void =>
  checkWrite(call.headers, existing(storage, call));

/**
 * Makes stored bytes the current version: conditions, metadata row and event in one transaction, with
 * `alongside`. When it fails the new file is removed; when it succeeds the one it replaces is.
 */
export function publish(
  storage: Storage,
  call: Call,
  content: Content,
  headers: string,
  reason: Parameters<typeof emitCreated>[3],
  alongside: () => void = () => undefined,
): ObjectRow {
  const { db, objects, blobs, clock } = storage;
  try {
    return db.transaction(() => {
      checkWriteConditions(storage, call);
      alongside();
      const { row, replaced } = objects.put(
        {
          ...content,
          bucket: call.bucket.name,
          key: call.key,
          deleteMarker: 0,
          modifiedAt: clock.now(),
          headers,
        },
        call.bucket.versioned === true,
      );
      emitCreated(storage, call, row, reason);
      const oldFile = replaced?.file;
      if (oldFile) db.afterCommit(() => blobs.remove(oldFile));
      return row;
    });
  } catch (error) {
    blobs.remove(content.file);
    throw error;
  }
}

/** PutObject. The conditions are judged before the upload, to save it, and again when it is published. */
export async function putObject(storage: Storage, call: Call): Promise<Answer> {
  const headers = keptHeaders(call);
  checkWriteConditions(storage, call);
  const received = await storeBody(call, storage.blobs);
  const content = { ...received, checksums: JSON.stringify(received.checksums) };
  const row = publish(storage, call, content, headers, 'PutObject');
  return {
    status: 200,
    headers: { etag: `"${row.etag}"`, ...checksumHeaders(received.checksums), ...versionHeader(row) },
  };
}

/** CopyObject: a new object with the source's bytes, and its headers unless they are to be replaced. */
export async function copyObject(storage: Storage, call: Call): Promise<Answer> {
  const source = copySource(call.headers['x-amz-copy-source'] ?? '');
  const action = source.versionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion';
  if (!call.mayUse(action, bucketArn(source.bucket, source.key))) throw new S3Error('AccessDenied');
  const from = findVersion(storage, source.bucket, source.key, source.versionId);
  const replace = call.headers['x-amz-metadata-directive'] === 'REPLACE';
  if (!replace && source.bucket === call.bucket.name && source.key === call.key && !source.versionId)
    throw new S3Error('InvalidRequest', 'This copy request is illegal: it changes nothing of the object.');
  const headers = replace ? keptHeaders(call) : from.headers;
  const file = await storage.blobs.copy(from.file ?? '');
  const { etag, size, checksums } = from;
  const row = publish(storage, call, { file, etag, size, checksums }, headers, 'CopyObject');
  const body = xmlDocument(
    'CopyObjectResult',
    leaf('ETag', `"${row.etag}"`),
    leaf('LastModified', new Date(row.modifiedAt).toISOString()),
  );
  return { status: 200, headers: versionHeader(row), body };
}

function copySource(header: string): { bucket: string; key: string; versionId: string | undefined } {
  const match = /^\/?([^/]+)\/([^?]+)(?:\?versionId=(.+))?$/.exec(header);
  if (!match) throw new S3Error('InvalidArgument', 'x-amz-copy-source must be /bucket/key.');
  const [, bucket = '', key = '', versionId] = match;
  try {
    return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(key), versionId };
  } catch {
    throw new S3Error('InvalidArgument', 'x-amz-copy-source must be URL-encoded.');
  }
}
