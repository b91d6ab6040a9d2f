import { S3Error } from './errors.ts';

/** The validators of a stored object: `etag` without quotes, `modifiedAt` in epoch ms. */
type Validators = { readonly etag: string; readonly modifiedAt: number };
type Headers = Readonly<Record<string, string | undefined>>;

const lists = (header: string, etag: string): boolean =>
  header
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, '').replaceAll('"', ''))
    .some((tag) => tag === '*' || tag === etag);

/** HTTP dates have whole seconds. */
const seconds = (ms: number): number => Math.floor(ms / 1000);

/**
 * Judges the conditions of a read (RFC 9110, 13.2.2). Returns true when the client's copy is still good (304);
 * throws S3Error PreconditionFailed.
 */
export function isNotModified(headers: Headers, object: Validators): boolean {
  const ifMatch = headers['if-match'];
  const unmodifiedSince = Date.parse(headers['if-unmodified-since'] ?? '');
  const modified = seconds(object.modifiedAt);
  if (ifMatch !== undefined ? !lists(ifMatch, object.etag) : modified > seconds(unmodifiedSince))
    throw new S3Error('PreconditionFailed');
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined) return lists(ifNoneMatch, object.etag);
  return modified <= seconds(Date.parse(headers['if-modified-since'] ?? ''));
}

/** Judges the conditions of a write against the object that is there now. Throws S3Error. */
export function checkWrite(headers: Headers, existing: Validators | undefined): void {
  const ifMatch = headers['if-match'];
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*')
    throw new S3Error('NotImplemented', 'If-None-Match of a write must be *.');
  if (ifNoneMatch === '*' && existing) throw new S3Error('PreconditionFailed');
  if (ifMatch === undefined) return;
  if (!existing) throw new S3Error('NoSuchKey');
  if (!lists(ifMatch, existing.etag)) throw new S3Error('PreconditionFailed');
}
