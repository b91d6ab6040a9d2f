import { expect, test } from 'vitest';
import { canGiveUp } from './access.ts';
import type { Asset } from './asset.ts';
import { attentionFor, isWorthComparing } from './attention.ts';
import { WORKER_COMPARING } from './content-pieces.ts';
import { advance, canStandIn, givenUp, isSettled, kept, percentOf, type Recording } from './recording.ts';

const START = Date.parse('2026-11-23T02:00:00.000Z');
const after = (minutes: number) => new Date(START + minutes * 60_000).toISOString();

const recording = (state: Asset, more: Partial<Recording> = {}): Recording => ({
  assetId: 'A',
  title: 'Bài giảng',
  fileName: 'bai.mp4',
  bytes: 100,
  uploadedBy: 'P',
  createdAt: after(0),
  correlationId: 'C',
  uploadId: 'U',
  version: 1,
  changedAt: after(0),
  movedAt: after(0),
  resends: 0,
  state,
  ...more,
});

const WAITING: Asset = { status: 'awaiting-upload', declaredBytes: 100 };
const RECEIVED: Asset = { status: 'received', bytes: 100 };
const WORKING: Asset = { status: 'transcoding', planHash: 'h', total: 3, done: ['audio'] };

test.each([
  ['an upload on its way is left alone', recording(WAITING), 7 * 24 * 60, { type: 'none' }],
  ['one never finished is given up', recording(WAITING), 9 * 24 * 60, { type: 'fail', code: 'ABANDONED' }],
  [
    'a joined file whose arrival was lost',
    recording(WAITING, { joinedVersion: 'v' }),
    11,
    { type: 'examine' },
  ],
  ['a file just received', recording(RECEIVED), 9, { type: 'none' }],
  ['one that nobody looked at', recording(RECEIVED), 11, { type: 'examine' }],
  ['one that cannot be looked at', recording(RECEIVED), 361, { type: 'fail', code: 'TIMEOUT' }],
  ['work in progress', recording(WORKING, { movedAt: after(55) }), 60, { type: 'none' }],
  ['work that stands still', recording(WORKING), 11, { type: 'resend' }],
  ['work that never ends', recording(WORKING), 1441, { type: 'fail', code: 'TIMEOUT' }],
])('%s', (_, subject, minutes, attention) => {
  expect(attentionFor(subject, after(minutes))).toEqual(attention);
});

test.each([
  ['an upload', recording(WAITING)],
  ['a joined file', recording(WAITING, { joinedVersion: 'v' })],
  ['a file', recording(RECEIVED)],
  ['a transcode', recording(WORKING)],
])('%s that nobody ever works on is settled, and sent again only a few times', (_, start) => {
  let subject = start;
  let sent = 0;
  for (let minute = 0; !isSettled(subject); minute += 5) {
    const attention = attentionFor(subject, after(minute));
    if (attention.type === 'fail') {
      const failed = advance(subject, [attention], after(minute));
      subject = failed.ok ? failed.recording : expect.fail(failed.reason);
    } else if (attention.type === 'discard') {
      subject = { ...subject, discardedAt: after(minute) };
    } else if (attention.type !== 'none') {
      sent += 1;
      subject = { ...subject, resends: subject.resends + 1, movedAt: after(minute) };
    }
    expect(minute).toBeLessThan(9 * 24 * 60);
  }
  expect(sent).toBeLessThan(12);
});

test('a worker that compares as long as it may, and a piece more on a slow line, is not taken for dead', () => {
  const slowPiece = 100_000;
  const minutes = (WORKER_COMPARING.forMs + slowPiece) / 60_000;
  expect(attentionFor(recording(RECEIVED), after(minutes))).toEqual({ type: 'none' });
});

test('a file is compared with others for two hours, and then there is time to look at it', () => {
  expect([120, 121].map((minutes) => isWorthComparing(recording(RECEIVED), after(minutes)))).toEqual([
    true,
    false,
  ]);
  expect(attentionFor(recording(RECEIVED), after(121))).toEqual({ type: 'examine' });
});

test('a settled recording needs nothing, ever', () => {
  const settled: Asset[] = [
    { status: 'ready', planHash: 'h', durationSeconds: 1 },
    { status: 'failed', code: 'ENGINE' },
  ];
  for (const state of settled) {
    expect(isSettled({ state })).toBe(true);
    expect(attentionFor(recording(state), after(1e6))).toEqual({ type: 'none' });
  }
});

test('what is dropped needs its file deleted, once', () => {
  const dropped: Asset[] = [
    { status: 'rejected', rejection: { code: 'CODEC' } },
    { status: 'failed', code: 'ABANDONED' },
    { status: 'failed', code: 'GIVEN_UP' },
  ];
  for (const state of dropped) {
    expect(isSettled({ state })).toBe(false);
    expect(attentionFor(recording(state), after(19)), 'a worker may still be at it').toEqual({
      type: 'none',
    });
    expect(attentionFor(recording(state), after(20))).toEqual({ type: 'discard' });
    expect(attentionFor(recording(state, { discardedAt: after(5) }), after(1e6))).toEqual({ type: 'none' });
  }
});

test('what was ready when it was given up is let go after a while, unless it is kept', () => {
  const ready = recording({ status: 'ready', planHash: 'h', durationSeconds: 1 });
  const dropped = givenUp(ready, after(0)) ?? expect.fail('refused');
  expect([isSettled(dropped), canStandIn(dropped), canGiveUp(dropped, { state: 'withdrawn' })]).toEqual([
    ...[false, false, false],
  ]);
  expect(attentionFor(dropped, after(19))).toEqual({ type: 'none' });
  expect(attentionFor(dropped, after(20))).toEqual({ type: 'let-go' });
  expect(kept(dropped, after(20))).toEqual({
    ...ready,
    version: 3,
    changedAt: after(20),
    movedAt: after(20),
  });
  expect(givenUp(recording(WORKING), after(0))).toBeUndefined();
});

test('a recording advances by all commands or by none', () => {
  const at = after(1);
  const plan = { type: 'accept-plan', planHash: 'h', total: 3 } as const;
  expect(advance(recording(WAITING), [{ type: 'receive-upload', bytes: 100 }, plan], at)).toEqual({
    ok: false,
    reason: 'NOT_NOW',
  });
  const planned = advance(recording(RECEIVED, { resends: 2 }), [{ type: 'start-probe' }, plan], at);
  expect(planned).toMatchObject({
    ok: true,
    recording: { version: 2, changedAt: at, resends: 0, state: { status: 'transcoding', total: 3 } },
  });
  const again = advance(recording(WORKING), [plan], at);
  expect(again).toEqual({ ok: true, recording: recording(WORKING), events: [] });
});

test('100 percent means that it can be watched', () => {
  const done = { ...WORKING, total: 1 };
  expect([WAITING, RECEIVED, WORKING, done].map((state) => percentOf({ state }))).toEqual([0, 0, 33, 99]);
  expect(percentOf({ state: { status: 'ready', planHash: 'h', durationSeconds: 1 } })).toBe(100);
});
