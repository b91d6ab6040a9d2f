import { createHash } from 'node:crypto';
import { type AttributeValue, scalarText } from './attribute-value.ts';
import { encodeNumber } from './numbers.ts';

/** Encoded keys in [from, before). */
export type KeyRange = { readonly from: Buffer; readonly before: Buffer };

/** Ends each part of a key. 0x00 inside a part is written 0x00 0xFF, so no key is a prefix of another one. */
const END = Buffer.from([0x00, 0x00]);
const ESCAPED_ZERO = Buffer.from([0x00, 0xff]);
const MAX_BYTE = 0xff;
/** Bytes of the hash in front of a partition key: they spread a scan's segments and a stream's shards. */
const HASH_BYTES = 2;

/** Past every encoded key: those begin with a hash, which is shorter than this. */
export const ALL_KEYS: KeyRange = { from: Buffer.alloc(0), before: Buffer.alloc(HASH_BYTES + 1, MAX_BYTE) };

function escapeZeros(bytes: Buffer): Buffer {
  if (!bytes.includes(0)) return bytes;
  return Buffer.concat([...bytes].map((byte) => (byte === 0 ? ESCAPED_ZERO : Buffer.from([byte]))));
}

/** Bytes in the order of the value, without the end mark: also what every key that begins with the value starts with. */
export function encodeRangePrefix(value: AttributeValue): Buffer {
  if ('N' in value) return encodeNumber(value.N);
  const text = scalarText(value) ?? '';
  return escapeZeros(Buffer.from(text, 'B' in value ? 'base64' : 'utf8'));
}

export const encodeRangeKey = (value: AttributeValue): Buffer =>
  Buffer.concat([encodeRangePrefix(value), END]);

/** A partition key: two bytes of its hash, then the value. */
export function encodeHashKey(value: AttributeValue): Buffer {
  const bytes = encodeRangePrefix(value);
  const hash = createHash('md5').update(bytes).digest().subarray(0, HASH_BYTES);
  return Buffer.concat([hash, bytes, END]);
}

/** The hash that an encoded key begins with, from 0 to 65,535. */
export const keyHash = (key: Buffer): number => key.readUInt16BE(0);

/** The smallest bytes after everything that begins with these. */
export function bytesAfter(bytes: Buffer): Buffer {
  const last = bytes.findLastIndex((byte) => byte !== MAX_BYTE);
  const next = Buffer.from(bytes.subarray(0, last + 1));
  const byte = next[last];
  if (byte === undefined) return ALL_KEYS.before;
  next[last] = byte + 1;
  return next;
}

const HASHES = 1 << (8 * HASH_BYTES);

/** The keys of one segment of a parallel scan. */
export function segmentRange(segment: number, totalSegments: number): KeyRange {
  const boundary = (n: number): Buffer => {
    const hash = Math.ceil((n * HASHES) / totalSegments);
    return hash >= HASHES ? ALL_KEYS.before : Buffer.from([hash >> 8, hash & MAX_BYTE]);
  };
  return { from: boundary(segment), before: boundary(segment + 1) };
}
