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

/** A disk on which opening a file takes 50 ms. */
const slowToOpen: typeof fs.open = Object.assign(
  (...call: unknown[]) => void setTimeout(() => Reflect.apply(fs.open, fs, call), 50),
  { __promisify__: fs.open.__promisify__ },
);

it('leaves nothing of a source that fails before its file has been opened', async () => {
  const blobs = new BlobStore(directory, (path) =>
    fs.createWriteStream(path, { flags: 'wx', fs: { ...fs, open: slowToOpen } }),
  );
  const refused = async function* () {
    yield Buffer.from('body');
    throw new Error('BadDigest');
  };
  await expect(blobs.write(refused())).rejects.toThrow('BadDigest');
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(readdirSync(join(directory, 'incoming'))).toEqual([]);
  expect(readdirSync(join(directory, 'objects'))).toEqual([]);
});
