import type { IncomingHttpHeaders } from 'node:http';
import { headerValue, parseTarget } from '../core/sigv4-request.ts';
import { S3Error } from './errors.ts';

/** Which bucket, key and parameters a request is about. `headers` include x-amz- ones that a presigned URL carries. */
export type Target = {
  readonly bucket: string;
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string | undefined>>;
};

const LONGEST_KEY_BYTES = 1024;
/**
 * Not headers: the signature, and the checksum of no body that SDK v3 puts into a URL it signs before there is
 * one, which AWS ignores as well (aws-sdk-go-v2 issue 2610).
 */
const QUERY_ONLY =
  /^x-amz-(algorithm|credential|date|expires|signedheaders|signature|security-token|content-sha256|checksum-.*|sdk-checksum-algorithm)$/;

/**
 * Reads path-style (`host/bucket/key`) and virtual-hosted (`bucket.localhost/key`, `bucket.s3.localhost/key`)
 * addresses. Throws S3Error.
 */
export function readTarget(url: string, headers: IncomingHttpHeaders): Target {
  const target = parseTarget(url);
  if (!target) throw new S3Error('InvalidURI');
  const inHost = /^([a-z0-9][a-z0-9.-]*?)(?:\.s3)?\.localhost(?::\d+)?$/.exec(headers.host ?? '')?.[1];
  const virtual = inHost === 's3' ? undefined : inHost;
  const path = target.path.slice(1);
  const slash = path.indexOf('/');
  const [bucketPart, keyPart] = slash < 0 ? [path, ''] : [path.slice(0, slash), path.slice(slash + 1)];
  const bucket = virtual ?? decodeURIComponent(bucketPart);
  const key = decodeURIComponent(virtual === undefined ? keyPart : path);
  if (Buffer.byteLength(key) > LONGEST_KEY_BYTES) throw new S3Error('KeyTooLongError');
  const hoisted = target.query
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name.startsWith('x-amz-') && !QUERY_ONLY.test(name));
  const own = Object.keys(headers).map((name) => [name, headerValue(headers, name)] as const);
  return {
    bucket,
    key,
    query: new Map(target.query),
    headers: Object.fromEntries<string | undefined>([...hoisted, ...own]),
  };
}
