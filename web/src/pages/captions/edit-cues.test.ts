import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cue } from '#shared/text/cue.ts';
import {
  add,
  change,
  type Edited,
  endAt,
  instantOf,
  merge,
  moveHand,
  nudge,
  remove,
  split,
  startAt,
} from './edit-cues.ts';

const cue = (startMs: number, endMs: number, text = 'a b c d'): Cue => ({ startMs, endMs, text });
const two: Edited = { cues: [cue(0, 1000, 'xin chào các bác'), cue(2000, 4000, 'hôm nay')], at: 0 };

describe('times', () => {
  it('are set at the playhead; a caption never ends before it begins', () => {
    expect(startAt(two, 500).cues[0]).toMatchObject({ startMs: 500, endMs: 1000 });
    expect(startAt(two, 1500).cues[0]).toMatchObject({ startMs: 1500, endMs: 2500 });
    expect(endAt(two, 700).cues[0]).toMatchObject({ startMs: 0, endMs: 700 });
    expect(endAt({ ...two, at: 1 }, 1000)).toEqual({ ...two, at: 1 });
  });

  it('move together and stop at the beginning', () => {
    expect(nudge(two, -100).cues[0]).toMatchObject({ startMs: 0, endMs: 1000 });
    expect(nudge({ ...two, at: 1 }, 100).cues[1]).toMatchObject({ startMs: 2100, endMs: 4100 });
  });

  it('keep captions in order, and the hand on the one that was moved', () => {
    const moved = startAt(two, 3000);
    expect(moved.cues.map(({ text }) => text)).toEqual(['hôm nay', 'xin chào các bác']);
    expect(moved.at).toBe(1);
  });

  it('are read as people type them', () => {
    expect(['1:02.300', '62', '01:02,3', '1:00:00', '0:61', 'mai', ''].map(instantOf)).toEqual([
      62_300,
      62_000,
      62_300,
      3_600_000,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('captions', () => {
  it('are cut between words, at the playhead or in the middle', () => {
    const cut = split(two, 500);
    expect(cut.cues.slice(0, 2)).toEqual([cue(0, 500, 'xin chào'), cue(500, 1000, 'các bác')]);
    expect(cut.at).toBe(1);
    expect(split(two, 9000).cues[1]).toMatchObject({ startMs: 500 });
    expect(split({ cues: [cue(0, 150)], at: 0 }, 75).cues).toHaveLength(1);
  });

  it('are joined with the next', () => {
    expect(merge(two).cues).toEqual([cue(0, 4000, 'xin chào các bác\nhôm nay')]);
    expect(merge({ ...two, at: 1 })).toEqual({ ...two, at: 1 });
  });

  it('are added where there is room, and taken away', () => {
    expect(add(two, 1500)).toMatchObject({ at: 1, cues: [{}, { startMs: 1500, endMs: 2000, text: '' }, {}] });
    expect(add(two, 9000).cues.at(-1)).toMatchObject({ startMs: 9000, endMs: 11_000 });
    expect(remove({ ...two, at: 1 })).toMatchObject({ at: 0, cues: [{ startMs: 0 }] });
    expect(remove({ cues: [cue(0, 1)], at: 0 })).toEqual({ cues: [], at: 0 });
  });
});

it('whatever is done, captions stay in order, end after they begin, and the hand stays on one of them', () => {
  const ms = fc.nat(20_000);
  const acts = fc.oneof(
    ms.map((at) => (edited: Edited) => startAt(edited, at)),
    ms.map((at) => (edited: Edited) => endAt(edited, at)),
    ms.map((at) => (edited: Edited) => split(edited, at)),
    ms.map((at) => (edited: Edited) => add(edited, at)),
    fc.constantFrom(-100, 100).map((by) => (edited: Edited) => nudge(edited, by)),
    fc.constantFrom(-1, 1).map((by) => (edited: Edited) => moveHand(edited, by)),
    fc.constantFrom<(edited: Edited) => Edited>(merge, remove, (edited) => change(edited, { text: 'khác' })),
  );
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 25 }), (list) => {
      const { cues, at } = list.reduce((edited, act) => act(edited), two);
      expect(cues.every(({ startMs, endMs }) => startMs >= 0 && endMs > startMs)).toBe(true);
      expect(cues.every((one, n) => n === 0 || (cues[n - 1]?.startMs ?? 0) <= one.startMs)).toBe(true);
      expect(at === 0 || cues[at] !== undefined).toBe(true);
    }),
  );
});
