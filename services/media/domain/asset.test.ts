import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Asset, type AssetCommand, awaitingUpload, decide, evolve, isComplete } from './asset.ts';

function apply(asset: Asset, ...commands: AssetCommand[]): Asset {
  return commands.reduce((state, command) => {
    const decision = decide(state, command);
    return decision.ok ? decision.events.reduce(evolve, state) : state;
  }, asset);
}

const HASH = 'a'.repeat(64);
const UPLOAD: AssetCommand = { type: 'receive-upload', bytes: 100 };
const PROBE: AssetCommand = { type: 'start-probe' };
const PLAN: AssetCommand = { type: 'accept-plan', planHash: HASH, total: 3 };
const part = (name: 'audio' | `chunk-${number}`): AssetCommand => ({
  type: 'complete-part',
  planHash: HASH,
  part: name,
});
const PUBLISH: AssetCommand = { type: 'publish', planHash: HASH, durationSeconds: 48 };
const PARTS = [part('chunk-0'), part('audio'), part('chunk-1')];
const FAIL: AssetCommand = { type: 'fail', code: 'TIMEOUT' };
const REFUSE: AssetCommand = { type: 'reject', rejection: { code: 'CODEC' } };

test('an upload becomes a lecture', () => {
  const transcoding = apply(awaitingUpload(100), UPLOAD, PROBE, PLAN, part('chunk-0'), part('audio'));
  expect(transcoding).toEqual({
    status: 'transcoding',
    planHash: HASH,
    total: 3,
    done: ['chunk-0', 'audio'],
  });
  expect(isComplete(transcoding)).toBe(false);
  expect(decide(transcoding, PUBLISH)).toEqual({ ok: false, reason: 'PARTS_MISSING' });
  const complete = apply(transcoding, part('chunk-1'));
  expect(isComplete(complete)).toBe(true);
  expect(apply(complete, PUBLISH)).toEqual({ status: 'ready', planHash: HASH, durationSeconds: 48 });
});

test.each([
  [0, 'EMPTY'],
  [99, 'TRUNCATED'],
])('an upload of %d of its 100 bytes is refused as %s', (bytes, code) => {
  const asset = apply(awaitingUpload(100), { type: 'receive-upload', bytes });
  expect(asset).toEqual({ status: 'rejected', rejection: { code } });
});

test('commands out of order, and work for a replaced plan, are refused', () => {
  expect(decide(awaitingUpload(100), PROBE)).toEqual({ ok: false, reason: 'NOT_NOW' });
  expect(decide(awaitingUpload(100), PLAN)).toEqual({ ok: false, reason: 'NOT_NOW' });
  expect(decide(apply(awaitingUpload(100), UPLOAD), part('audio'))).toEqual({ ok: false, reason: 'NOT_NOW' });
  expect(decide(apply(awaitingUpload(100), UPLOAD), PUBLISH)).toEqual({ ok: false, reason: 'NOT_NOW' });
  const transcoding = apply(awaitingUpload(100), UPLOAD, PROBE, PLAN);
  const other = { planHash: 'b'.repeat(64) };
  expect(decide(transcoding, { ...PLAN, ...other } as AssetCommand)).toEqual({
    ok: false,
    reason: 'OTHER_PLAN',
  });
  expect(decide(transcoding, { ...part('audio'), ...other } as AssetCommand)).toMatchObject({
    reason: 'OTHER_PLAN',
  });
  expect(decide(transcoding, { ...PUBLISH, ...other } as AssetCommand)).toMatchObject({
    reason: 'OTHER_PLAN',
  });
});

test('a plan that no engine can follow any more is discarded with all its parts, and only while it is followed', () => {
  const discard: AssetCommand = { type: 'discard-plan', bytes: 100 };
  const transcoding = apply(awaitingUpload(100), UPLOAD, PROBE, PLAN, part('chunk-0'));
  const discarded = apply(transcoding, discard);
  expect(discarded).toEqual({ status: 'received', bytes: 100 });
  expect(apply(discarded, discard)).toBe(discarded);
  expect(apply(discarded, PROBE, PLAN)).toMatchObject({ status: 'transcoding', done: [] });
  const ready = apply(transcoding, ...PARTS, PUBLISH);
  expect(apply(ready, discard)).toBe(ready);
});

test('a final state stays: late refusals and failures change nothing', () => {
  const ready = apply(awaitingUpload(100), UPLOAD, PROBE, PLAN, ...PARTS, PUBLISH);
  const refused = apply(awaitingUpload(100), UPLOAD, PROBE, REFUSE);
  const broken = apply(awaitingUpload(100), UPLOAD, PROBE, PLAN, FAIL);
  expect([ready.status, refused.status, broken.status]).toEqual(['ready', 'rejected', 'failed']);
  for (const asset of [ready, refused, broken])
    expect(apply(asset, FAIL, REFUSE, UPLOAD, PROBE)).toEqual(asset);
});

test('an event after the wrong state is a bug and throws', () => {
  expect(() => evolve(awaitingUpload(1), { type: 'part-completed', part: 'audio' })).toThrow('cannot follow');
});

test('duplicated deliveries and any order of parts lead to the same lecture', () => {
  const copies = fc.array(fc.constantFrom(...PARTS), { maxLength: 10 });
  fc.assert(
    fc.property(fc.shuffledSubarray(PARTS, { minLength: 3 }), copies, (order, extra) => {
      const twice = [UPLOAD, UPLOAD, PROBE, PROBE, PLAN, PLAN].flatMap((command) => [command, command]);
      const asset = apply(
        awaitingUpload(100),
        ...twice,
        ...extra,
        ...order,
        ...extra,
        PUBLISH,
        PUBLISH,
        ...extra,
      );
      expect(asset).toEqual({ status: 'ready', planHash: HASH, durationSeconds: 48 });
    }),
  );
});

test('no sequence of commands publishes a lecture with parts missing', () => {
  const anything = fc.constantFrom(UPLOAD, PROBE, PLAN, ...PARTS, PUBLISH, FAIL, REFUSE);
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 30 }), (commands) => {
      let asset = awaitingUpload(100);
      for (const command of commands) {
        const next = apply(asset, command);
        if (next.status === 'ready' && asset.status !== 'ready') expect(isComplete(asset)).toBe(true);
        asset = next;
      }
    }),
  );
});

test('what could not be converted, or is watched by nobody, is given up for good; what is on its way is not', () => {
  const giveUp: AssetCommand = { type: 'give-up' };
  const working = apply(awaitingUpload(100), UPLOAD, PROBE, PLAN);
  for (const asset of [apply(working, FAIL), apply(working, ...PARTS, PUBLISH)]) {
    const over = apply(asset, giveUp);
    expect(over).toEqual({ status: 'failed', code: 'GIVEN_UP' });
    expect(apply(over, giveUp, UPLOAD, FAIL, { type: 'retry', bytes: 100 })).toBe(over);
  }
  for (const asset of [awaitingUpload(100), apply(awaitingUpload(100), UPLOAD), working])
    expect(decide(asset, giveUp)).toEqual({ ok: false, reason: 'NOT_NOW' });
});

test('what failed begins again with its file; what was refused or never came does not', () => {
  const retry: AssetCommand = { type: 'retry', bytes: 100 };
  const failed = apply(awaitingUpload(100), UPLOAD, PROBE, PLAN, part('audio'), FAIL);
  expect(apply(failed, retry)).toEqual({ status: 'received', bytes: 100 });
  expect(apply(failed, retry, retry, PROBE, PLAN)).toMatchObject({ status: 'transcoding', done: [] });
  expect(decide(apply(failed, retry), retry)).toEqual({ ok: true, events: [] });
  const hopeless = [
    apply(awaitingUpload(100), { type: 'fail', code: 'ABANDONED' }),
    apply(awaitingUpload(100), UPLOAD, PROBE, REFUSE),
    apply(awaitingUpload(100), UPLOAD, PROBE, PLAN, ...PARTS, PUBLISH),
    awaitingUpload(100),
  ];
  for (const asset of hopeless) expect(decide(asset, retry)).toEqual({ ok: false, reason: 'NOT_NOW' });
});
