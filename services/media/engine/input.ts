import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { AVERROR_EOF, AVERROR_EXTERNAL, AVSEEK_CUR, AVSEEK_END, AVSEEK_SIZE } from 'node-av/constants';
import type { IOContext } from 'node-av/lib';
import type { NodeAv } from './node-av.ts';
import type { SourceBytes } from './read-ahead.ts';

/** What libav asks for at once. */
const BUFFER_BYTES = 64 * 1024;

/** Bytes as an input of libav. To be freed after the container that reads it was closed. */
export function openBytes(av: NodeAv, bytes: SourceBytes): IOContext {
  let position = 0;
  const input = new av.lib.IOContext();
  const read = (length: number) => {
    try {
      const stretch = bytes.readSync(position, length);
      position += stretch.length;
      return stretch.length > 0 ? stretch : AVERROR_EOF;
    } catch {
      // An exception cannot cross native code; the parent, whose read failed, knows why.
      return AVERROR_EXTERNAL;
    }
  };
  const seek = (offset: bigint, whence: number) => {
    if (whence === AVSEEK_SIZE) return BigInt(bytes.size);
    const from = { [AVSEEK_CUR]: position, [AVSEEK_END]: bytes.size }[whence] ?? 0;
    position = from + Number(offset);
    return BigInt(position);
  };
  input.allocContextWithCallbacks(BUFFER_BYTES, 0, read, null, seek);
  return input;
}

/** A local file's bytes, for as long as the process lives. */
export function openFile(path: string): SourceBytes & Disposable {
  const file = openSync(path, 'r');
  return {
    size: fstatSync(file).size,
    readSync(position, length) {
      const bytes = Buffer.allocUnsafe(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, position));
    },
    [Symbol.dispose]: () => closeSync(file),
  };
}
