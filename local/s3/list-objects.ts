import { branch, leaf } from '#shared/text/write-xml.ts';
import type { Answer, Call, Storage } from './call.ts';
import { S3Error } from './errors.ts';
import type { ObjectRow } from './object-store.ts';
import { xmlDocument } from './xml.ts';

const MOST_KEYS = 1000;
/** The key right after `key` in byte order. */
const successor = (key: string): string => `${key}\0`;

/** The later of two keys in the order of their UTF-8 bytes, which is not JavaScript's order of strings. */
const later = (a: string, b: string): string => (Buffer.compare(Buffer.from(a), Buffer.from(b)) > 0 ? a : b);

/** The first key after all that begin with `prefix`; undefined when there is none. */
function afterPrefix(prefix: string): string | undefined {
  const points = [...prefix];
  while (points.length > 0) {
    const last = points.pop()?.codePointAt(0) ?? 0;
    // The surrogates between are no characters: U+D7FF is followed by U+E000.
    const next = last === 0xd7ff ? 0xe000 : last + 1;
    if (next <= 0x10ffff) return points.join('') + String.fromCodePoint(next);
  }
  return undefined;
}

function readLimit(call: Call): number {
  const limit = Number(call.query.get('max-keys') ?? MOST_KEYS);
  if (!Number.isInteger(limit) || limit < 0)
    throw new S3Error('InvalidArgument', 'Provided max-keys not an integer or within integer range');
  return Math.min(limit, MOST_KEYS);
}

type Page = { readonly rows: ObjectRow[]; readonly prefixes: string[]; readonly next: string | undefined };

/** The key, or the common prefix that stands for it and its neighbours, and the key to go on from. */
function step(
  row: ObjectRow,
  prefix: string,
  delimiter: string,
): { common?: string; next: string | undefined } {
  const at = delimiter === '' ? -1 : row.key.indexOf(delimiter, prefix.length);
  if (at < 0) return { next: successor(row.key) };
  const common = row.key.slice(0, at + delimiter.length);
  return { common, next: afterPrefix(common) };
}

/** One page of keys and common prefixes; `next` is the key to go on from. One index seek per entry. */
function readPage(
  storage: Storage,
  bucket: string,
  options: { prefix: string; delimiter: string; from: string; limit: number },
): Page {
  const { prefix, delimiter, limit } = options;
  const until = afterPrefix(prefix);
  const rows: ObjectRow[] = [];
  const prefixes: string[] = [];
  let from: string | undefined = later(options.from, prefix);
  while (from !== undefined) {
    const [row] = storage.objects.scan(bucket, from, until, 1);
    if (!row) return { rows, prefixes, next: undefined };
    if (rows.length + prefixes.length >= limit) return { rows, prefixes, next: row.key };
    const { common, next } = step(row, prefix, delimiter);
    if (common === undefined) rows.push(row);
    else prefixes.push(common);
    from = next;
  }
  return { rows, prefixes, next: undefined };
}

/** ListObjectsV2. */
export function listObjects(storage: Storage, call: Call): Answer {
  const { query, bucket } = call;
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after');
  const limit = readLimit(call);
  const afterStart = startAfter === undefined ? '' : successor(startAfter);
  const from = token === undefined ? afterStart : Buffer.from(token, 'base64url').toString();
  const page =
    limit === 0
      ? { rows: [], prefixes: [], next: undefined }
      : readPage(storage, bucket.name, { prefix, delimiter, from, limit });
  const text = (name: string, value: string) => leaf(name, encoder(call)(value));
  return {
    status: 200,
    body: xmlDocument(
      'ListBucketResult',
      leaf('Name', bucket.name),
      text('Prefix', prefix),
      leaf('KeyCount', page.rows.length + page.prefixes.length),
      leaf('MaxKeys', limit),
      delimiter === '' ? '' : text('Delimiter', delimiter),
      startAfter === undefined ? '' : text('StartAfter', startAfter),
      leaf('EncodingType', query.get('encoding-type')),
      leaf('ContinuationToken', token),
      leaf('NextContinuationToken', page.next && Buffer.from(page.next).toString('base64url')),
      leaf('IsTruncated', page.next !== undefined),
      ...page.rows.map((row) => branch('Contents', text('Key', row.key), ...objectLeaves(row))),
      ...page.prefixes.map((p) => branch('CommonPrefixes', text('Prefix', p))),
    ),
  };
}

/** ListObjectVersions; a delimiter is not offered. */
export function listVersions(storage: Storage, call: Call): Answer {
  const { query, bucket } = call;
  if (query.has('delimiter')) throw new S3Error('NotImplemented', 'delimiter of ListObjectVersions');
  const prefix = query.get('prefix') ?? '';
  const keyMarker = query.get('key-marker') ?? '';
  const versionMarker = query.get('version-id-marker');
  const limit = readLimit(call);
  const after =
    versionMarker === undefined ? undefined : storage.objects.version(bucket.name, keyMarker, versionMarker);
  const starts = keyMarker !== '' && later(keyMarker, prefix) === keyMarker;
  const [from, sequence] = starts ? [keyMarker, after?.sequence ?? 0] : [prefix, Number.MAX_SAFE_INTEGER];
  const found = storage.objects.scanVersions(bucket.name, from, sequence, afterPrefix(prefix), limit + 1);
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const text = (name: string, value: string) => leaf(name, encoder(call)(value));
  return {
    status: 200,
    body: xmlDocument(
      'ListVersionsResult',
      leaf('Name', bucket.name),
      text('Prefix', prefix),
      leaf('MaxKeys', limit),
      leaf('EncodingType', query.get('encoding-type')),
      leaf('IsTruncated', last !== undefined),
      last ? text('NextKeyMarker', last.key) + leaf('NextVersionIdMarker', last.versionId) : '',
      ...rows.map((row) =>
        branch(
          row.deleteMarker ? 'DeleteMarker' : 'Version',
          text('Key', row.key),
          leaf('VersionId', row.versionId),
          leaf('IsLatest', row.latest === 1),
          ...(row.deleteMarker ? [modified(row)] : objectLeaves(row)),
        ),
      ),
    ),
  };
}

const modified = (row: ObjectRow): string => leaf('LastModified', new Date(row.modifiedAt).toISOString());

const objectLeaves = (row: ObjectRow): string[] => [
  modified(row),
  leaf('ETag', `"${row.etag}"`),
  leaf('Size', row.size),
  leaf('StorageClass', 'STANDARD'),
];

/** `encoding-type=url` protects keys that XML cannot hold. */
const encoder =
  (call: Call) =>
  (text: string): string =>
    call.query.get('encoding-type') === 'url' ? encodeURIComponent(text).replaceAll('%2F', '/') : text;
