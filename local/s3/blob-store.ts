import { randomBytes } from 'node:crypto';
import {
  constants,
  createReadStream,
  createWriteStream,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ByteRange } from './range.ts';

/** How a new file is opened for writing: replaced in tests by one that fails. */
export type CreateFile = (path: string) => Writable;

/**
 * Object bytes as files that never change. A file is written under `incoming`, then renamed under `objects`;
 * it becomes visible only when a metadata row names it. What no row names is swept at start.
 */
export class BlobStore {
  readonly #incoming: string;
  readonly #objects: string;
  readonly #createFile: CreateFile;

  constructor(
    directory: string,
    createFile: CreateFile = (path) => createWriteStream(path, { flags: 'wx' }),
  ) {
    this.#incoming = join(directory, 'incoming');
    this.#objects = join(directory, 'objects');
    this.#createFile = createFile;
    mkdirSync(this.#incoming, { recursive: true });
    mkdirSync(this.#objects, { recursive: true });
  }

  /** Stores a stream and returns the file's name. A failing stream or disk leaves nothing behind. */
  write(source: AsyncIterable<Uint8Array>): Promise<string> {
    return this.#create(async (path) => {
      const file = this.#createFile(path);
      try {
        await pipeline(source, file);
      } catch (error) {
        await closed(file);
        throw error;
      }
    });
  }

  /** One new file out of others, in order. */
  join(names: readonly string[]): Promise<string> {
    return this.write(this.#readAll(names));
  }

  /** A copy, without copying the bytes where the file system can share them. */
  copy(name: string): Promise<string> {
    return this.#create((path) => copyFile(join(this.#objects, name), path, constants.COPYFILE_FICLONE));
  }

  /** Opens at once, so that the bytes stay readable even if the object is deleted meanwhile. */
  read(name: string, range?: ByteRange): Readable {
    const fd = openSync(join(this.#objects, name), 'r');
    return createReadStream('', { fd, ...range });
  }

  /** A file that cannot be removed now is swept at the next start. */
  remove(name: string): void {
    rm(join(this.#objects, name), { force: true }).catch(() => undefined);
  }

  /** Deletes unfinished files and those for which `isKnown` is false; returns how many. */
  sweep(isKnown: (name: string) => boolean): number {
    const unfinished = readdirSync(this.#incoming).map((name) => join(this.#incoming, name));
    const orphans = readdirSync(this.#objects)
      .filter((name) => !isKnown(name))
      .map((name) => join(this.#objects, name));
    for (const path of [...unfinished, ...orphans]) rmSync(path, { force: true });
    return unfinished.length + orphans.length;
  }

  async #create(fill: (path: string) => Promise<void>): Promise<string> {
    const name = randomBytes(16).toString('hex');
    const path = join(this.#incoming, name);
    try {
      await fill(path);
      await rename(path, join(this.#objects, name));
      return name;
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  async *#readAll(names: readonly string[]): AsyncGenerator<Uint8Array> {
    for (const name of names) yield* this.read(name);
  }
}

/** A pipeline fails as soon as its source does, also while the file is still being opened, which makes it. */
const closed = (file: Writable): Promise<void> =>
  new Promise((resolve) => (file.closed ? resolve() : file.once('close', resolve)));
