import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prefetching } from './prefetch.ts';

const FILE = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7 + (i >> 8)) % 251));

/** A store that counts what is under way, and answers later. */
function slowStore() {
  const seen = { reads: 0, atOnce: 0, most: 0 };
  const read = async (start: number, end: number) => {
    seen.reads += 1;
    seen.atOnce += 1;
    seen.most = Math.max(seen.most, seen.atOnce);
    await Promise.resolve();
    seen.atOnce -= 1;
    return FILE.subarray(start, end);
  };
  return { seen, source: { size: FILE.length, read } };
}

test('whatever is asked for in whatever order is what the file holds', async () => {
  const step = fc.record({ start: fc.nat(5000), length: fc.constantFrom(50, 100), goesOn: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const reader = prefetching(slowStore().source);
      let at = 0;
      for (const { start, length, goesOn } of steps) {
        at = goesOn ? at : start;
        expect(await reader.read(at, at + length)).toEqual(FILE.subarray(at, at + length));
        at += length;
      }
    }),
  );
});

test('reading on has several reads under way and none twice, and few reads have no guesses', async () => {
  const long = slowStore();
  const reader = prefetching(long.source);
  for (let at = 0; at < FILE.length; at += 100) await reader.read(at, at + 100);
  expect(long.seen).toMatchObject({ reads: 50, most: 5 });
  const short = slowStore();
  const few = prefetching(short.source);
  for (const at of [0, 100, 700, 800, 900]) await few.read(at, at + (at < 900 ? 100 : 200));
  expect(short.seen.reads).toBe(5);
});

test('a guess that failed is told to whoever asks for it', async () => {
  const read = (start: number) =>
    start < 500 ? Promise.resolve(FILE) : Promise.reject(new Error('SlowDown'));
  const reader = prefetching({ size: FILE.length, read });
  for (let at = 0; at < 500; at += 100) await reader.read(at, at + 100);
  await expect(reader.read(500, 600)).rejects.toThrow('SlowDown');
});
