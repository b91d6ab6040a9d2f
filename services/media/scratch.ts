import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RangeReader } from './engine/range-reader.ts';

/** Bytes asked of the store at once while a file is copied. */
const BLOCK = 8 * 1024 ** 2;

/** Runs with a folder of its own on the scratch disk, which is gone afterwards: environments are used again. */
export async function inScratch<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'media-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs with a copy of a source on the scratch disk. Throws when the source ends before its length. */
export const inScratchWith = <T>(
  source: RangeReader,
  run: (path: string, folder: string) => Promise<T>,
): Promise<T> =>
  inScratch(async (folder) => {
    const path = join(folder, 'source');
    await copy(source, path);
    return run(path, folder);
  });

/** Writes all of a source into a file. Throws when it ends before its length. */
export async function copy(source: RangeReader, path: string): Promise<void> {
  await using file = await open(path, 'w');
  for (let at = 0; at < source.size; ) {
    const bytes = await source.read(at, Math.min(at + BLOCK, source.size));
    if (bytes.length === 0) throw new Error(`the source ended after ${at} of ${source.size} bytes`);
    await file.write(bytes);
    at += bytes.length;
  }
}
