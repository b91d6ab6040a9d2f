import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planTranscode } from '../domain/plan.ts';
import { createEngine, ENGINE_VERSION } from './engine.ts';
import { makeClip } from './fixtures.ts';
import { loadNodeAv } from './node-av.ts';
import { probe } from './probe.ts';
import type { RangeReader } from './range-reader.ts';
import { readAhead, WHOLE } from './read-ahead.ts';
import { sourceOf } from './test-media.ts';

const engine = createEngine({ childPath: fileURLToPath(new URL('./child.ts', import.meta.url)) });
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ranges-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('whatever is asked for in whatever order is what the file holds', () => {
  const file = Buffer.from(Array.from({ length: 700_000 }, (_, i) => (i * 31 + (i >> 8)) % 251));
  const place = fc.tuple(fc.integer({ min: 0, max: 720_000 }), fc.integer({ min: 1, max: 70_000 }));
  const reach = fc.constantFrom(undefined, { largest: 300_000, skip: 200_000 });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), reach, (asked, how) => {
      const bytes = readAhead(file.length, (start, end) => file.subarray(start, end), how);
      for (const [position, length] of asked) {
        const got = bytes.readSync(position, length);
        expect(got.equals(file.subarray(position, position + got.length))).toBe(true);
        expect(got.length > 0).toBe(position < file.length);
      }
    }),
  );
});

test('reading on takes few fetches and little more than what was wanted', () => {
  const wanted = 20 * 1024 ** 2;
  let fetched = 0;
  let fetches = 0;
  const bytes = readAhead(10 * wanted, (start, end) => {
    fetched += end - start;
    fetches += 1;
    return Buffer.alloc(end - start);
  });
  // Every ninth stretch is another track's, which is passed over.
  for (let position = 5000; position < wanted; position += 40_000) bytes.readSync(position, 36_000);
  expect(fetches).toBeLessThan(30);
  expect(fetched).toBeLessThan(1.15 * wanted);
});

test('the sound among the pictures is read in few large fetches, whose next ones can be told', () => {
  const size = 200 * 1024 ** 2;
  const fetches: [start: number, end: number][] = [];
  const bytes = readAhead(
    size,
    (start, end) => {
      fetches.push([start, end]);
      return Buffer.alloc(end - start);
    },
    WHOLE,
  );
  // Half a second of sound and half a second of pictures, as a phone lays them.
  for (let position = 5000; position < size; position += 1_100_000) bytes.readSync(position, 8000);
  expect(fetches.length).toBeLessThan(35);
  expect(fetches.slice(1).filter(([start], n) => start !== fetches[n]?.[1])).toEqual([]);
  expect(new Set(fetches.slice(8, -1).map(([start, end]) => end - start))).toEqual(new Set([WHOLE.largest]));
});

async function lecture() {
  const path = join(folder, 'noisy.mp4');
  const picture = 'testsrc2=s=160x90:r=25:d=20,noise=alls=60:allf=t';
  makeClip(await loadNodeAv(), { path, picture, sound: 'sine=d=20', width: 160, height: 90, crf: 8 });
  const source = sourceOf(path);
  const facts = await probe(source);
  if (!facts.ok) throw new Error(facts.rejection.code);
  const plan = planTranscode(facts.value, ENGINE_VERSION);
  if (!plan.ok) throw new Error(plan.rejection.code);
  return { plan: plan.value, source };
}

test('a chunk reads little more of its source than its own part and what lies around it, and a broken store is not the file’s fault', async () => {
  const { plan, source } = await lecture();
  const range = { start: plan.segmentFrames, end: 3 * plan.segmentFrames };
  let read = 0;
  const counted: RangeReader = {
    size: source.size,
    async read(start, end) {
      const bytes = await source.read(start, end);
      read += bytes.length;
      return bytes;
    },
  };
  const chunk = await engine.encodeChunk(plan, range, counted, join(folder, 'out'));
  expect(chunk).toMatchObject({ ok: true });
  const share = (range.end - range.start) / plan.frames;
  expect(read).toBeGreaterThan(share * source.size);
  // The header, up to two seconds from the key frame before, and what the last fetch brought too much.
  const around = (2 / 20) * source.size + 2 * 1024 ** 2;
  expect(read).toBeLessThan(share * source.size + around);
  const broken = { size: source.size, read: () => Promise.reject(new Error('SlowDown')) };
  await expect(engine.encodeChunk(plan, range, broken, join(folder, 'broken'))).rejects.toThrow('SlowDown');
});
