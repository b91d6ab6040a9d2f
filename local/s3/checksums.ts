import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { S3Error } from './errors.ts';

/** A running digest. `digest` gives base64, as the x-amz-checksum- headers do. */
type Digest = { readonly update: (data: Uint8Array) => void; readonly digest: () => string };

const cryptoDigest = (name: string) => (): Digest => {
  const hash = createHash(name);
  return { update: (data) => void hash.update(data), digest: () => hash.digest('base64') };
};

const crcDigest = (): Digest => {
  let value = 0;
  const bytes = Buffer.alloc(4);
  return {
    update: (data) => {
      value = crc32(data, value);
    },
    digest: () => {
      bytes.writeUInt32BE(value);
      return bytes.toString('base64');
    },
  };
};

/** CRC32 is what SDK v3 sends by itself; CRC32C and CRC64NVME need native code there too and are refused here. */
const DIGESTS = { crc32: crcDigest, sha1: cryptoDigest('sha1'), sha256: cryptoDigest('sha256') } as const;

export type ChecksumName = keyof typeof DIGESTS;
export const CHECKSUM_NAMES = Object.keys(DIGESTS) as readonly ChecksumName[];

export const newDigest = (name: ChecksumName): Digest => DIGESTS[name]();

/** The algorithm of a header or member such as `x-amz-checksum-crc32` or `CRC32`. Throws NotImplemented. */
export function checksumName(text: string): ChecksumName {
  const wanted = text.toLowerCase().replace('x-amz-checksum-', '');
  const name = CHECKSUM_NAMES.find((known) => known === wanted);
  if (!name) throw new S3Error('NotImplemented', `The checksum algorithm ${wanted} is not implemented here.`);
  return name;
}

/** The checksum of a multipart object: of its parts' checksums, then `-` and their number (S3, composite checksums). */
export function compositeChecksum(name: ChecksumName, parts: readonly string[]): string {
  const digest = newDigest(name);
  for (const part of parts) digest.update(Buffer.from(part, 'base64'));
  return `${digest.digest()}-${parts.length}`;
}
