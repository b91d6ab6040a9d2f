import { createHash, createHmac } from 'node:crypto';
import type { ChunkSigning } from '../core/sigv4.ts';
import { S3Error } from './errors.ts';

const LONGEST_LINE = 8192;
const sha256 = (data: string) => createHash('sha256').update(data).digest('hex');

/** Reads lines and counted bytes from a stream of chunks, holding one chunk at a time. */
class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #buffer: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next line without its CRLF. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#buffer.indexOf('\r\n');
      if (end >= 0) {
        const line = this.#buffer.subarray(0, end).toString();
        this.#buffer = this.#buffer.subarray(end + 2);
        return line;
      }
      if (this.#buffer.length > LONGEST_LINE || !(await this.#fill())) throw new S3Error('IncompleteBody');
    }
  }

  async *take(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (this.#buffer.length === 0 && !(await this.#fill())) throw new S3Error('IncompleteBody');
      const piece = this.#buffer.subarray(0, left);
      this.#buffer = this.#buffer.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  async #fill(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done) return false;
    this.#buffer =
      this.#buffer.length > 0 ? Buffer.concat([this.#buffer, next.value]) : Buffer.from(next.value);
    return true;
  }
}

/** Checks that each chunk signature follows from the one before, beginning with the request's (SigV4 streaming). */
class SignatureChain {
  readonly #signing: ChunkSigning;
  #previous: string;

  constructor(signing: ChunkSigning) {
    this.#signing = signing;
    this.#previous = signing.seedSignature;
  }

  check(kind: 'PAYLOAD' | 'TRAILER', hashes: readonly string[], signature: string | undefined): void {
    const { key, timestamp, scope } = this.#signing;
    const text = [`AWS4-HMAC-SHA256-${kind}`, timestamp, scope, this.#previous, ...hashes].join('\n');
    this.#previous = createHmac('sha256', key).update(text).digest('hex');
    if (this.#previous !== signature) throw new S3Error('SignatureDoesNotMatch');
  }
}

/**
 * Decodes an aws-chunked body: `hex[;chunk-signature=...]CRLF data CRLF ... 0 CRLF trailers CRLF`.
 * Trailers land in `trailers` (lower-case names) once the body has ended; with `signing`, every chunk and the
 * trailer are verified. Throws S3Error; what was yielded before must then be thrown away.
 */
export async function* decodeChunks(
  source: AsyncIterable<Uint8Array>,
  trailers: Map<string, string>,
  signing: ChunkSigning | undefined,
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source);
  const chain = signing && new SignatureChain(signing);
  for (;;) {
    const header = /^([0-9a-fA-F]{1,12})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(await reader.line());
    if (!header) throw new S3Error('IncompleteBody');
    const length = Number.parseInt(header[1] ?? '', 16);
    const hash = chain && createHash('sha256');
    for await (const piece of reader.take(length)) {
      hash?.update(piece);
      yield piece;
    }
    if (hash) chain.check('PAYLOAD', [sha256(''), hash.digest('hex')], header[2]);
    if (length === 0) break;
    if ((await reader.line()) !== '') throw new S3Error('IncompleteBody');
  }
  await readTrailers(reader, trailers, chain);
}

async function readTrailers(
  reader: ByteReader,
  trailers: Map<string, string>,
  chain: SignatureChain | undefined,
): Promise<void> {
  let signed = '';
  for (let line = await reader.line(); line !== ''; line = await reader.line()) {
    const at = line.indexOf(':');
    if (at < 1) throw new S3Error('IncompleteBody');
    const name = line.slice(0, at).toLowerCase();
    const value = line.slice(at + 1).trim();
    trailers.set(name, value);
    if (name !== 'x-amz-trailer-signature') signed += `${name}:${value}\n`;
  }
  if (chain && signed !== '')
    chain.check('TRAILER', [sha256(signed)], trailers.get('x-amz-trailer-signature'));
}
