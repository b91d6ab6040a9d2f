import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copy, inScratch, inScratchWith } from '../scratch.ts';
import { prefetching } from './prefetch.ts';
import type { RangeReader } from './range-reader.ts';

interface Copy {
  readonly identity: string;
  readonly folder: string;
  readonly path: string;
  readonly written: Promise<void>;
  users: number;
}

/**
 * Runs jobs with copies of their sources on the scratch disk, of which the last one stays for whoever comes next with
 * the same source. The disk need not hold two, unless somebody still reads the last one: it goes before another is written.
 */
export class KeptCopy {
  #last: Copy | undefined;

  constructor() {
    process.once('exit', () => this.#last && rmSync(this.#last.folder, { recursive: true, force: true }));
  }

  /** Throws when the source ends before its length. The folder is the job's own, and gone afterwards. */
  async with<T>(source: RangeReader, run: (path: string, folder: string) => Promise<T>): Promise<T> {
    if (!source.identity) return inScratchWith(source, run);
    const taken = this.#take(source, source.identity);
    taken.users += 1;
    try {
      await taken.written;
      return await inScratch((folder) => run(taken.path, folder));
    } catch (error) {
      if (await isUnwritten(taken)) this.#last = this.#last === taken ? undefined : this.#last;
      throw error;
    } finally {
      taken.users -= 1;
      if (taken !== this.#last) await remove(taken);
    }
  }

  #take(source: RangeReader, identity: string): Copy {
    const before = this.#last;
    if (before?.identity === identity) return before;
    const folder = mkdtempSync(join(tmpdir(), 'media-'));
    const path = join(folder, 'source');
    const write = async () => {
      if (before) await remove(before);
      await copy(prefetching(source), path);
    };
    this.#last = { identity, folder, path, written: write(), users: 0 };
    return this.#last;
  }
}

const isUnwritten = ({ written }: Copy): Promise<boolean> =>
  written.then(
    () => false,
    () => true,
  );

/** Whoever still reads it removes it at the end. */
async function remove({ folder, users }: Copy): Promise<void> {
  if (users === 0) await rm(folder, { recursive: true, force: true });
}
