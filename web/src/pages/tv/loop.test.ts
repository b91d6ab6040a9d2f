import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHOOSING_MS, DWELL_MS, type Happening, type Loop, READING_MS, startLoop, step } from './loop.ts';

const messages = ['a', 'b', 'c'];
const beat = (isPlaying = false): Happening => ({ type: 'beat', messages, isPlaying });
const press = (which: 'next' | 'previous' | 'ok' | 'back' | 'pause', tiles = 3): Happening => ({
  type: 'press',
  press: which,
  tiles,
});
const after = (happenings: readonly Happening[], loop = startLoop(0), now = 0): Loop =>
  happenings.reduce((before, happening) => step(before, happening, now), loop);

/** Beats a second long, for so many milliseconds; every message that was on screen, in order. */
const watch = (loop: Loop, from: number, ms: number) => {
  const seen: (string | undefined)[] = [];
  let now = loop;
  for (let at = from; at <= from + ms; at += 1000) {
    now = step(now, beat(), at);
    if (seen.at(-1) !== now.message) seen.push(now.message);
  }
  return { loop: now, seen };
};

describe('the loop', () => {
  it('shows one message after another and begins again', () => {
    expect(watch(startLoop(0), 0, DWELL_MS * 4).seen).toEqual(['a', 'b', 'c', 'a', 'b']);
  });

  it('draws nothing anew while nothing changes', () => {
    const loop = after([beat()]);
    expect(step(loop, beat(), 1000)).toBe(loop);
  });

  it('goes on from the first message when the one on screen is over', () => {
    const loop = { ...after([beat()]), message: 'gone' };
    expect(step(loop, beat(), 10).message).toBe('a');
  });

  it('waits while somebody chooses, and goes on by itself when the remote lies still', () => {
    const choosing = after([beat(), press('next')]);
    expect(choosing).toMatchObject({ mode: 'choosing', focus: 0 });
    expect(watch(choosing, 0, CHOOSING_MS - 1000).loop.mode).toBe('choosing');
    expect(watch(choosing, 0, CHOOSING_MS).loop.mode).toBe('looping');
  });

  it('moves round the tiles in both directions', () => {
    const choosing = after([press('next')]);
    expect(after([press('next'), press('next'), press('next')], choosing).focus).toBe(0);
    expect(after([press('previous')], choosing).focus).toBe(2);
  });

  it('opens the tile it stands on, closes it by "back", and leaves an opened tile to its reader', () => {
    const open = after([press('next'), press('next'), press('ok')]);
    expect(open).toMatchObject({ mode: 'open', focus: 1 });
    expect(after([press('next')], open)).toMatchObject({ mode: 'open', focus: 1 });
    expect(after([press('back')], open)).toMatchObject({ mode: 'choosing', focus: 1 });
    expect(after([press('back'), press('back')], open).mode).toBe('looping');
    expect(watch(open, 0, READING_MS).loop.mode).toBe('looping');
  });

  it('is closed once, also when the browser says late that it went back', () => {
    const closed = after([press('ok'), press('ok'), { type: 'close' }]);
    expect(closed).toMatchObject({ mode: 'choosing', focus: 0 });
    expect(after([{ type: 'close' }], closed).mode).toBe('choosing');
  });

  it('shows where one stands before anything is opened', () => {
    expect(after([press('ok')])).toMatchObject({ mode: 'choosing', focus: 0 });
  });

  it('does not take a recording away from those who watch it', () => {
    let loop = after([press('ok'), press('ok')]);
    for (let at = 0; at < READING_MS * 5; at += 1000) loop = step(loop, beat(true), at);
    expect(loop.mode).toBe('open');
  });

  it('stops and goes on by the play key', () => {
    const stopped = after([beat(), press('pause')]);
    expect(watch(stopped, 0, DWELL_MS * 3).seen).toEqual(['a']);
    expect(after([press('pause')], stopped).mode).toBe('looping');
  });

  it('never stops, whatever is pressed, however the clock jumps, and shows only what there is', () => {
    const lists = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
    const happenings = fc.oneof(
      lists.map((list): Happening => ({ type: 'beat', messages: list, isPlaying: false })),
      fc.record({
        type: fc.constant('press' as const),
        press: fc.constantFrom('next', 'previous', 'ok', 'back', 'pause'),
        tiles: fc.integer({ min: 0, max: 5 }),
      }),
      fc.record({ type: fc.constantFrom('open', 'focus'), tile: fc.integer({ min: 0, max: 4 }) }),
      fc.constant<Happening>({ type: 'close' }),
    );
    const jumps = fc.integer({ min: -43_200_000, max: 43_200_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(happenings, jumps)), lists, (story, list) => {
        let now = 1_800_000_000_000;
        let loop = startLoop(now);
        for (const [happening, jump] of story) {
          now += jump;
          loop = step(loop, happening as Happening, now);
          expect(loop.focus).toBeGreaterThanOrEqual(0);
          if (happening.type === 'beat' && loop.mode === 'looping')
            expect(happening.messages).toContain(loop.message);
        }
        const seen = new Set<string | undefined>();
        for (let spent = 0; spent <= READING_MS + DWELL_MS * (list.length + 1); spent += 1000) {
          now += 1000;
          loop = step(loop, { type: 'beat', messages: list, isPlaying: false }, now);
          if (loop.mode === 'looping') seen.add(loop.message);
        }
        expect([...seen].sort()).toEqual([...list].sort());
      }),
    );
  });
});
