import * as fs from 'node:fs';
import { mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BlobStore } from './blob-store.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'blobs-'));
});
afterEach(() => rm(directory, { recursive: true }));

type Opened = [error: NodeJS.ErrnoException | null, descriptor: number];

/** A disk on which opening a file takes 50 ms, and what tells that it has been opened. */
function slowDisk() {
  const { promise: opened, resolve } = Promise.withResolvers<void>();
  const openLate = (path: fs.PathLike, flags: string, mode: fs.Mode, done: (...answer: Opened) => void) =>
    void setTimeout(() => {
      fs.open(path, flags, mode, (...answer) => {
        done(...answer);
        resolve();
      });
    }, 50);
  return { opened, open: Object.assign(openLate, fs.open) };
}

it('leaves nothing of a source that fails before its file has been opened', async () => {
  const { opened, open } = slowDisk();
  const blobs = new BlobStore(directory, (path) =>
    fs.createWriteStream(path, { flags: 'wx', fs: { ...fs, open } }),
  );
  const refused = async function* () {
    yield Buffer.from('body');
    throw new Error('BadDigest');
  };
  await expect(blobs.write(refused())).rejects.toThrow('BadDigest');
  await opened;
  expect(readdirSync(join(directory, 'incoming'))).toEqual([]);
  expect(readdirSync(join(directory, 'objects'))).toEqual([]);
});
