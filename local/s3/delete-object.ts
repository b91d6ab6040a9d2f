import { createHash } from 'node:crypto';
import { branch, leaf } from '#shared/text/write-xml.ts';
import { bucketArn } from './bucket.ts';
import type { Answer, Call, Storage } from './call.ts';
import { S3Error } from './errors.ts';
import { emitDeleted } from './object-events.ts';
import type { ObjectRow } from './object-store.ts';
import { readText } from './payload.ts';
import { childText, parseXml, xmlDocument } from './xml.ts';

type Deletion = { readonly versionId?: string; readonly marker: boolean };

const EMPTY_ETAG = createHash('md5').digest('hex');
const MOST_KEYS = 1000;

/** Deletes a version for good, or hides the object behind a delete marker where the bucket is versioned. */
function deleteOne(storage: Storage, call: Call, versionId: string | undefined): Deletion {
  const { db, objects } = storage;
  const bucket = call.bucket.name;
  return db.transaction(() => {
    if (versionId === undefined && call.bucket.versioned) return addMarker(storage, call);
    const row =
      versionId === undefined
        ? objects.current(bucket, call.key)
        : objects.version(bucket, call.key, versionId);
    if (row) removeForGood(storage, call, row);
    return versionId === undefined ? { marker: false } : { versionId, marker: row?.deleteMarker === 1 };
  });
}

function addMarker(storage: Storage, call: Call): Deletion {
  const { row } = storage.objects.put(
    {
      bucket: call.bucket.name,
      key: call.key,
      deleteMarker: 1,
      etag: EMPTY_ETAG,
      size: 0,
      modifiedAt: storage.clock.now(),
      file: null,
      headers: '{}',
      checksums: '{}',
    },
    true,
  );
  emitDeleted(storage, call, row, 'Delete Marker Created');
  return { versionId: row.versionId, marker: true };
}

function removeForGood(storage: Storage, call: Call, row: ObjectRow): void {
  const { file } = row;
  storage.objects.remove(row);
  emitDeleted(storage, call, row, 'Permanently Deleted');
  if (file !== null) storage.db.afterCommit(() => storage.blobs.remove(file));
}

/** DeleteObject: 204 whether there was an object or not. */
export function deleteObject(storage: Storage, call: Call): Answer {
  const { versionId, marker } = deleteOne(storage, call, call.query.get('versionId'));
  return {
    status: 204,
    headers: {
      ...(versionId !== undefined && { 'x-amz-version-id': versionId }),
      ...(marker && { 'x-amz-delete-marker': 'true' }),
    },
  };
}

/** DeleteObjects: up to 1000 keys, each allowed and deleted for itself. */
export async function deleteObjects(storage: Storage, call: Call): Promise<Answer> {
  const request = parseXml(await readText(call), 'Delete');
  const items = request.children.filter((child) => child.name === 'Object');
  if (items.length === 0 || items.length > MOST_KEYS) throw new S3Error('MalformedXML');
  const quiet = childText(request, 'Quiet') === 'true';
  const results = items.map((item) => {
    const key = childText(item, 'Key');
    if (!key) throw new S3Error('MalformedXML');
    return deleteListed(storage, { ...call, key }, childText(item, 'VersionId'), quiet);
  });
  return { status: 200, body: xmlDocument('DeleteResult', ...results) };
}

function deleteListed(storage: Storage, call: Call, versionId: string | undefined, quiet: boolean): string {
  const action = versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion';
  const key = leaf('Key', call.key);
  if (!call.mayUse(action, bucketArn(call.bucket.name, call.key)))
    return branch('Error', key, leaf('Code', 'AccessDenied'), leaf('Message', 'Access Denied'));
  const deleted = deleteOne(storage, call, versionId);
  if (quiet) return '';
  return branch(
    'Deleted',
    key,
    leaf('VersionId', versionId),
    leaf('DeleteMarker', deleted.marker || undefined),
    leaf('DeleteMarkerVersionId', deleted.marker ? deleted.versionId : undefined),
  );
}
