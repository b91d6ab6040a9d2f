import { createHash } from 'node:crypto';
import { branch, leaf } from '#shared/text/write-xml.ts';
import type { Answer, Call, Storage } from './call.ts';
import { CHECKSUM_NAMES, type ChecksumName, checksumName, compositeChecksum } from './checksums.ts';
import { S3Error } from './errors.ts';
import { checksumHeaders, readText, storeBody } from './payload.ts';
import type { Part, Upload } from './upload-store.ts';
import { checkWriteConditions, keptHeaders, publish, versionHeader } from './write-object.ts';
import { childText, parseXml, type XmlElement, xmlDocument } from './xml.ts';

/** Every part but the last; at most 10,000 parts (S3, multipart upload limits). */
const SMALLEST_PART_BYTES = 5 * 1024 ** 2;
const LAST_PART_NUMBER = 10_000;
const MOST_PARTS_LISTED = 1000;

const findUpload = (storage: Storage, call: Call): Upload => {
  const upload = storage.uploads.find(call.query.get('uploadId') ?? '', call.bucket.name, call.key);
  if (!upload) throw new S3Error('NoSuchUpload');
  return upload;
};

/** CreateMultipartUpload: the object's headers are those given here. */
export function createUpload(storage: Storage, call: Call): Answer {
  const algorithm = call.headers['x-amz-checksum-algorithm'];
  if (call.headers['x-amz-checksum-type'] === 'FULL_OBJECT')
    throw new S3Error('NotImplemented', 'Only composite checksums are implemented for multipart uploads.');
  const checksum = algorithm === undefined ? null : checksumName(algorithm);
  const id = storage.uploads.start({
    bucket: call.bucket.name,
    key: call.key,
    headers: keptHeaders(call),
    checksum,
    startedAt: storage.clock.now(),
  });
  return {
    status: 200,
    headers: checksum ? { 'x-amz-checksum-algorithm': checksum.toUpperCase() } : {},
    body: xmlDocument(
      'InitiateMultipartUploadResult',
      leaf('Bucket', call.bucket.name),
      leaf('Key', call.key),
      leaf('UploadId', id),
    ),
  };
}

/** UploadPart: sending a number again replaces that part. */
export async function uploadPart(storage: Storage, call: Call): Promise<Answer> {
  const { db, uploads, blobs, clock } = storage;
  const upload = findUpload(storage, call);
  const number = Number(call.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > LAST_PART_NUMBER)
    throw new S3Error('InvalidArgument', `Part number must be an integer between 1 and ${LAST_PART_NUMBER}.`);
  const { file, etag, size, checksums } = await storeBody(call, blobs);
  try {
    db.transaction(() => {
      findUpload(storage, call);
      const part = {
        number,
        etag,
        size,
        file,
        checksums: JSON.stringify(checksums),
        modifiedAt: clock.now(),
      };
      const replaced = uploads.putPart(upload.id, part);
      if (replaced) db.afterCommit(() => blobs.remove(replaced.file));
    });
  } catch (error) {
    blobs.remove(file);
    throw error;
  }
  return { status: 200, headers: { etag: `"${etag}"`, ...checksumHeaders(checksums) } };
}

/** ListParts. */
export function listParts(storage: Storage, call: Call): Answer {
  const upload = findUpload(storage, call);
  const limit = Math.min(Number(call.query.get('max-parts') ?? MOST_PARTS_LISTED), MOST_PARTS_LISTED);
  const marker = Number(call.query.get('part-number-marker') ?? 0);
  if (!Number.isInteger(limit) || limit < 1 || !Number.isInteger(marker))
    throw new S3Error('InvalidArgument');
  const found = storage.uploads.parts(upload.id, marker, limit + 1);
  const parts = found.slice(0, limit);
  const more = found.length > limit;
  return {
    status: 200,
    body: xmlDocument(
      'ListPartsResult',
      leaf('Bucket', call.bucket.name),
      leaf('Key', call.key),
      leaf('UploadId', upload.id),
      leaf('PartNumberMarker', marker),
      leaf('NextPartNumberMarker', more ? parts.at(-1)?.number : undefined),
      leaf('MaxParts', limit),
      leaf('IsTruncated', more),
      ...parts.map((part) =>
        branch(
          'Part',
          leaf('PartNumber', part.number),
          leaf('ETag', `"${part.etag}"`),
          leaf('Size', part.size),
          leaf('LastModified', new Date(part.modifiedAt).toISOString()),
          ...checksumLeaves(JSON.parse(part.checksums)),
        ),
      ),
    ),
  };
}

/** AbortMultipartUpload. */
export function abortUpload(storage: Storage, call: Call): Answer {
  dropUpload(storage, findUpload(storage, call).id);
  return { status: 204 };
}

/** Forgets an upload and its parts, bytes included. */
export function dropUpload(storage: Storage, id: string): void {
  const { db, uploads, blobs } = storage;
  db.transaction(() => {
    const parts = uploads.remove(id);
    db.afterCommit(() => {
      for (const part of parts) blobs.remove(part.file);
    });
  });
}

/** CompleteMultipartUpload: the parts become one file, then the object and the end of the upload commit together. */
export async function completeUpload(storage: Storage, call: Call): Promise<Answer> {
  const upload = findUpload(storage, call);
  const request = parseXml(await readText(withoutObjectChecksum(call)), 'CompleteMultipartUpload');
  checkWriteConditions(storage, call);
  const parts = choosePartsOf(request, storage.uploads.parts(upload.id));
  const file = await storage.blobs.join(parts.map((part) => part.file));
  const md5 = createHash('md5');
  for (const part of parts) md5.update(Buffer.from(part.etag, 'hex'));
  const content = {
    file,
    etag: `${md5.digest('hex')}-${parts.length}`,
    size: parts.reduce((sum, part) => sum + part.size, 0),
    checksums: JSON.stringify(composite(upload.checksum, parts)),
  };
  const row = publish(storage, call, content, upload.headers, 'CompleteMultipartUpload', () => {
    findUpload(storage, call);
    dropUpload(storage, upload.id);
  });
  const body = xmlDocument(
    'CompleteMultipartUploadResult',
    leaf('Location', `/${call.bucket.name}/${call.key}`),
    leaf('Bucket', call.bucket.name),
    leaf('Key', call.key),
    leaf('ETag', `"${row.etag}"`),
    ...checksumLeaves(JSON.parse(row.checksums)),
  );
  return { status: 200, headers: versionHeader(row), body };
}

/** A checksum header of this one operation is about the object, not about the XML in the body. */
const withoutObjectChecksum = (call: Call): Call => ({
  ...call,
  headers: Object.fromEntries(
    Object.entries(call.headers).filter(([name]) => !name.startsWith('x-amz-checksum-')),
  ),
});

/** The stored parts that the request lists. Throws S3Error when one is out of order, missing or too small. */
function choosePartsOf(request: XmlElement, stored: readonly Part[]): Part[] {
  const byNumber = new Map(stored.map((part) => [part.number, part]));
  const listed = request.children.filter((child) => child.name === 'Part');
  if (listed.length === 0 || listed.length !== request.children.length) throw new S3Error('MalformedXML');
  const numbers = listed.map((element) => Number(childText(element, 'PartNumber')));
  if (!numbers.every(Number.isInteger)) throw new S3Error('MalformedXML');
  if (numbers.some((number, index) => number <= (numbers[index - 1] ?? 0)))
    throw new S3Error('InvalidPartOrder');
  const parts = listed.map((element, index) => {
    const part = byNumber.get(numbers[index] ?? 0);
    const etag = childText(element, 'ETag')?.replaceAll('"', '');
    if (!part || part.etag !== etag || !checksumsAgree(element, part)) throw new S3Error('InvalidPart');
    return part;
  });
  if (parts.slice(0, -1).some((part) => part.size < SMALLEST_PART_BYTES)) throw new S3Error('EntityTooSmall');
  return parts;
}

function checksumsAgree(element: XmlElement, part: Part): boolean {
  const stored: Partial<Record<ChecksumName, string>> = JSON.parse(part.checksums);
  return CHECKSUM_NAMES.every((name) => {
    const given = childText(element, `Checksum${name.toUpperCase()}`);
    return given === undefined || given === stored[name];
  });
}

/** The object's checksum, when the upload asked for one and every part has it. */
function composite(name: ChecksumName | null, parts: readonly Part[]): Partial<Record<ChecksumName, string>> {
  if (name === null) return {};
  const values = parts.flatMap((part) => {
    const checksums: Partial<Record<ChecksumName, string>> = JSON.parse(part.checksums);
    return checksums[name] ?? [];
  });
  return values.length === parts.length ? { [name]: compositeChecksum(name, values) } : {};
}

const checksumLeaves = (checksums: Partial<Record<ChecksumName, string>>): string[] =>
  CHECKSUM_NAMES.map((name) => leaf(`Checksum${name.toUpperCase()}`, checksums[name]));
