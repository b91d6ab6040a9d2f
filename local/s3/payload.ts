import { createHash } from 'node:crypto';
import { decodeChunks } from './aws-chunked.ts';
import type { BlobStore } from './blob-store.ts';
import type { Call } from './call.ts';
import { CHECKSUM_NAMES, type ChecksumName, checksumName, newDigest } from './checksums.ts';
import { S3Error } from './errors.ts';

/** A received body: `etag` its MD5 in hex, `checksums` what the client asked to be checked (base64 by name). */
type Received = {
  readonly etag: string;
  readonly size: number;
  readonly checksums: Readonly<Partial<Record<ChecksumName, string>>>;
};

const LARGEST_PUT_BYTES = 5 * 1024 ** 3;
const LARGEST_XML_BYTES = 2 * 1024 ** 2;

/** Stores the body of a request as a file that no one sees yet. Throws S3Error when any checksum disagrees. */
export async function storeBody(call: Call, blobs: BlobStore): Promise<Received & { file: string }> {
  const meter = new PayloadMeter(call);
  const file = await blobs.write(meter.read());
  return { file, ...meter.received() };
}

/** The body of a request as text, for the few operations that take XML. Throws S3Error. */
export async function readText(call: Call): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of new PayloadMeter(call).read()) {
    size += piece.length;
    if (size > LARGEST_XML_BYTES) throw new S3Error('MalformedXML');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

/** Reads a body once, unframed, and judges it at its end: a reader that gets to the end has a good one. */
class PayloadMeter {
  readonly #call: Call;
  readonly #trailers = new Map<string, string>();
  readonly #chunked: boolean;
  readonly #digests: ReadonlyMap<ChecksumName, ReturnType<typeof newDigest>>;
  readonly #md5 = createHash('md5');
  readonly #sha256 = createHash('sha256');
  #size = 0;
  #received: Received | undefined;

  constructor(call: Call) {
    this.#call = call;
    this.#chunked = call.payloadHash.startsWith('STREAMING-');
    this.#digests = new Map([...announced(call)].map((name) => [name, newDigest(name)]));
  }

  received(): Received {
    if (!this.#received) throw new Error('The body has not been read to its end');
    return this.#received;
  }

  async *read(): AsyncGenerator<Uint8Array> {
    checkLength(this.#call, this.#chunked);
    const hasHash = /^[0-9a-f]{64}$/.test(this.#call.payloadHash);
    for await (const piece of this.#pieces()) {
      this.#size += piece.length;
      this.#md5.update(piece);
      if (hasHash) this.#sha256.update(piece);
      for (const digest of this.#digests.values()) digest.update(piece);
      yield piece;
    }
    if (hasHash && this.#sha256.digest('hex') !== this.#call.payloadHash)
      throw new S3Error('XAmzContentSHA256Mismatch');
    this.#received = this.#judge();
  }

  /** Without closing the request at an error: the answer still has to travel on its socket. */
  #pieces(): AsyncIterable<Buffer> {
    const raw: AsyncIterable<Buffer> = {
      [Symbol.asyncIterator]: () => this.#call.body.iterator({ destroyOnReturn: false }),
    };
    if (!this.#chunked) return raw;
    const signed = this.#call.payloadHash.startsWith('STREAMING-AWS4');
    return decodeChunks(raw, this.#trailers, signed ? this.#call.chunks : undefined);
  }

  #judge(): Received {
    const { headers } = this.#call;
    const length = headers[this.#chunked ? 'x-amz-decoded-content-length' : 'content-length'];
    if (Number(length) !== this.#size) throw new S3Error('IncompleteBody');
    const md5 = this.#md5.digest();
    const expectedMd5 = headers['content-md5'];
    if (expectedMd5 !== undefined && expectedMd5 !== md5.toString('base64')) throw new S3Error('BadDigest');
    const checksums: Partial<Record<ChecksumName, string>> = {};
    for (const [name, digest] of this.#digests) {
      const header = `x-amz-checksum-${name}`;
      const expected = headers[header] ?? this.#trailers.get(header);
      checksums[name] = digest.digest();
      if (expected !== undefined && expected !== checksums[name])
        throw new S3Error(
          'BadDigest',
          `The ${name.toUpperCase()} you specified did not match the calculated checksum.`,
        );
    }
    return { etag: md5.toString('hex'), size: this.#size, checksums };
  }
}

/** The checksums that headers give or announce for the trailer. Throws NotImplemented for an unknown algorithm. */
function announced(call: Call): Set<ChecksumName> {
  const { headers } = call;
  const given = Object.keys(headers).filter((name) =>
    /^x-amz-checksum-(?!mode$|algorithm$|type$)/.test(name),
  );
  const trailers = (headers['x-amz-trailer'] ?? '').split(',').map((name) => name.trim());
  const named = trailers.filter((name) => name.startsWith('x-amz-checksum-'));
  const wanted = headers['x-amz-sdk-checksum-algorithm'];
  return new Set([...given, ...named, ...(wanted ? [wanted] : [])].map(checksumName));
}

function checkLength(call: Call, chunked: boolean): void {
  const length = call.headers[chunked ? 'x-amz-decoded-content-length' : 'content-length'];
  if (length === undefined || !/^\d+$/.test(length)) throw new S3Error('MissingContentLength');
  if (Number(length) > LARGEST_PUT_BYTES) throw new S3Error('EntityTooLarge');
}

/** The stored checksums as response headers. */
export const checksumHeaders = (checksums: Received['checksums']): Record<string, string> =>
  Object.fromEntries(
    CHECKSUM_NAMES.flatMap((name) => {
      const value = checksums[name];
      return value === undefined ? [] : [[`x-amz-checksum-${name}`, value]];
    }),
  );
