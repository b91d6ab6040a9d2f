import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { KeptCopy } from './kept-copy.ts';
import type { RangeReader } from './range-reader.ts';

/** A source of these words that counts how often it is asked, and fails as often as it is told to. */
function sourceOf(words: string, identity?: string, failures = 0) {
  const bytes = Buffer.from(words);
  let asked = 0;
  const reader: RangeReader = {
    size: bytes.length,
    ...(identity && { identity }),
    read: async (start, end) => {
      asked += 1;
      if (asked <= failures) throw new Error('the store does not answer');
      return bytes.subarray(start, end);
    },
  };
  return { reader, asked: () => asked };
}

const wordsIn = (path: string) => readFile(path, 'utf8');

test('a source is copied once for jobs that follow or meet each other, and goes when another one comes', async () => {
  const copies = new KeptCopy();
  const film = sourceOf('phim', 'film');
  const paths: string[] = [];
  const job = async (path: string, folder: string) => {
    paths.push(path, folder);
    return wordsIn(path);
  };
  const words = [await copies.with(film.reader, job)];
  words.push(...(await Promise.all([copies.with(film.reader, job), copies.with(film.reader, job)])));
  expect(words).toEqual(['phim', 'phim', 'phim']);
  expect(film.asked()).toBe(1);
  const [path = '', ...others] = paths;
  expect(new Set(paths).size, 'each has a folder of its own').toBe(4);
  expect([path, ...others.filter((each) => each !== path)].map(existsSync)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  let wasGone = false;
  const other = await copies.with(sourceOf('khác', 'other').reader, async (at) => {
    wasGone = !existsSync(path);
    return wordsIn(at);
  });
  expect([other, wasGone]).toEqual(['khác', true]);
});

test('a copy that somebody still reads stays until then', async () => {
  const copies = new KeptCopy();
  let path = '';
  const read = await copies.with(sourceOf('phim', 'film').reader, async (at) => {
    path = at;
    await copies.with(sourceOf('khác', 'other').reader, wordsIn);
    return wordsIn(at);
  });
  expect(read).toBe('phim');
  expect(existsSync(path)).toBe(false);
});

test('what could not be read is asked for again, and a job that fails keeps the copy', async () => {
  const copies = new KeptCopy();
  const film = sourceOf('phim', 'film', 1);
  await expect(copies.with(film.reader, wordsIn)).rejects.toThrow('does not answer');
  const fail = () => Promise.reject(new Error('the program gave up'));
  await expect(copies.with(film.reader, fail)).rejects.toThrow('gave up');
  expect(await copies.with(film.reader, wordsIn)).toBe('phim');
  expect(film.asked()).toBe(2);
});

test('a source that may be another one the next time is copied each time', async () => {
  const copies = new KeptCopy();
  const head = sourceOf('phim');
  for (let times = 0; times < 2; times += 1) expect(await copies.with(head.reader, wordsIn)).toBe('phim');
  expect(head.asked()).toBe(2);
});
