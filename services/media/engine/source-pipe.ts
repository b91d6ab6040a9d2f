import { readSync, writeSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import type { RangeReader } from './range-reader.ts';
import { type Reach, readAhead, type SourceBytes } from './read-ahead.ts';

/**
 * How the child gets its sources: it asks for stretches through a pipe and its parent reads them. The child needs no
 * network, no credentials and no copy of the file for that, and can ask for nothing but its own sources.
 *
 * A request is which source (4 bytes), from where (8) and how many bytes (4); an answer its length (4) and the bytes.
 */
export const SOURCE_PIPE = 4;
const REQUEST_BYTES = 16;
const LENGTH_BYTES = 4;
const FAILED = 0xffff_ffff;
/** No honest child asks for more at once, nor for a third stretch while it waits for two. */
const MOST_BYTES = 16 * 1024 ** 2;
const MOST_WAITING = 2 * REQUEST_BYTES;

/** Reads exactly so many bytes. The pipe of a child is a blocking one. */
function take(length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; ) {
    const count = readSync(SOURCE_PIPE, bytes, at, length - at, null);
    if (count === 0) throw new Error('the source pipe ended');
    at += count;
  }
  return bytes;
}

function ask(source: number, start: number, end: number): Buffer {
  const request = Buffer.alloc(REQUEST_BYTES);
  request.writeUInt32BE(source, 0);
  request.writeBigUInt64BE(BigInt(start), 4);
  request.writeUInt32BE(end - start, 12);
  writeSync(SOURCE_PIPE, request);
  const length = take(LENGTH_BYTES).readUInt32BE(0);
  if (length === FAILED) throw new Error('the source could not be read');
  return take(length);
}

/** In the child: one of the job's sources. */
export const pipedSource = (source: number, size: number, reach?: Reach): SourceBytes =>
  readAhead(size, (start, end) => ask(source, start, end), reach);

/** The store's failures, which are not the file's fault. */
export interface SourceFaults {
  readonly faults: readonly unknown[];
}

async function answer(request: Buffer, sources: readonly RangeReader[]): Promise<Uint8Array> {
  const source = sources[request.readUInt32BE(0)];
  const start = Number(request.readBigUInt64BE(4));
  const length = request.readUInt32BE(12);
  if (!source || length > MOST_BYTES) throw new Error('asked for what is not there');
  return source.read(start, start + length);
}

/**
 * In the parent: answers the child's requests, one after the other, as it makes them; a child that asks without end
 * holds no more than an honest one of what its parent has, and is answered no more.
 */
export function serveSources(pipe: Duplex, sources: readonly RangeReader[]): SourceFaults {
  const faults: unknown[] = [];
  let pending = Buffer.alloc(0);
  const reply = (length: number, bytes: Uint8Array) => {
    const head = Buffer.alloc(LENGTH_BYTES);
    head.writeUInt32BE(length, 0);
    pipe.write(head);
    pipe.write(bytes);
  };
  const respond = async (request: Buffer) => {
    try {
      const bytes = await answer(request, sources);
      reply(bytes.length, bytes);
    } catch (fault) {
      faults.push(fault);
      reply(FAILED, Buffer.alloc(0));
    }
  };
  pipe.on('data', async (data: Buffer) => {
    pending = Buffer.concat([pending, data]);
    if (pending.length > MOST_WAITING) return pipe.destroy();
    pipe.pause();
    while (pending.length >= REQUEST_BYTES) {
      const request = pending.subarray(0, REQUEST_BYTES);
      pending = pending.subarray(REQUEST_BYTES);
      await respond(request);
    }
    return pipe.resume();
  });
  // A child that was killed while it waited; how it ended is told elsewhere.
  pipe.on('error', () => undefined);
  return { faults };
}
