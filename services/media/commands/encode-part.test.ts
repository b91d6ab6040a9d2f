import { expect, test } from 'vitest';
import type { Deliveries } from '../deliveries.ts';
import type { FrameRange } from '../domain/plan.ts';
import { planOf } from '../domain/test-plans.ts';
import type { EncodedTrack } from '../engine/collect.ts';
import { encodePart } from './encode-part.ts';

const plan = planOf({ endsAt: 24, picture: { display: { width: 320, height: 180 } } });
const source = { size: 1, read: async () => new Uint8Array() };

/** An engine that writes nothing and tells what it would have. */
function engineOf(initOf: (range: FrameRange) => string) {
  const asked: FrameRange[] = [];
  const track = (range: FrameRange, outDir: string): EncodedTrack => ({
    name: '240p',
    codec: 'avc1',
    init: { path: `${outDir}/init`, bytes: 1, sha256: initOf(range) },
    segments: Array.from({ length: Math.ceil((range.end - range.start) / plan.segmentFrames) }, (_, n) => {
      const index = range.start / plan.segmentFrames + n;
      return { index, path: `${outDir}/${index}`, bytes: 10 + index, seconds: 4 };
    }),
  });
  const encodeChunk = async (_: unknown, range: FrameRange, __: unknown, outDir: string) => {
    asked.push(range);
    return { ok: true, value: [track(range, outDir)] } as const;
  };
  return { asked, encodeChunk, encodeAudio: () => Promise.reject(new Error('not asked for')) };
}

function shelf() {
  const keys: string[] = [];
  const deliveries = { putFile: async (key: string) => keys.push(key.slice(key.lastIndexOf('/') + 1)) };
  return { keys, deliveries: deliveries as unknown as Deliveries };
}

const work = { assetId: 'A', source, plan, part: 'chunk-0', inHalves: false } as const;

test('a chunk in halves leaves the segments and the facts of the whole', async () => {
  const engine = engineOf(() => 'one');
  const [whole, halved] = [shelf(), shelf()];
  const facts = await encodePart({ engine, ...whole }, work);
  expect(await encodePart({ engine, ...halved }, { ...work, inHalves: true })).toEqual(facts);
  expect(engine.asked).toHaveLength(3);
  expect(new Set(halved.keys)).toEqual(new Set(whole.keys));
});

test('halves that could not be decoded together are a fault', async () => {
  const engine = engineOf(({ start }) => `init of ${start}`);
  const outcome = await encodePart({ engine, ...shelf() }, { ...work, inHalves: true });
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'ENGINE' } });
});
