import { open } from 'node:fs/promises';

/** Random access to a stored object's bytes. `end` is exclusive; a short answer means the object ended. */
export interface RangeReader {
  readonly size: number;
  /** Of what it reads, where that never changes: a copy of it can be used again. */
  readonly identity?: string;
  read(start: number, end: number): Promise<Uint8Array>;
}

/** Reads a local file by ranges. Close it, or bind it with `await using`. */
export async function openFileReader(path: string): Promise<RangeReader & AsyncDisposable> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  return {
    size,
    async read(start, end) {
      const { buffer, bytesRead } = await file.read({
        buffer: new Uint8Array(end - start),
        position: start,
      });
      return buffer.subarray(0, bytesRead);
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}
