import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audienceOf, changeOf, NOBODY, together } from './audience.ts';
import { secondsIn } from './intervals.ts';
import { afterBeats, type Beat, newSeconds, newViewing, percentSeen, seenAt } from './viewing.ts';

const asset = { assetId: 'A', durationSeconds: 100 };
const fresh = newViewing('P', asset);
const beat = (more: Partial<Beat> = {}): Beat => ({
  sessionId: 'S',
  beatNo: 1,
  position: 10,
  watched: [[0, 10]],
  at: 1_000,
  ...more,
});

/** Beats of two devices; each counts up and its clock goes forward. */
const stories = fc
  .array(
    fc.record({
      sessionId: fc.constantFrom('S', 'T'),
      from: fc.nat(99),
      length: fc.nat(60),
      pause: fc.integer({ min: 1, max: 90_000 }),
    }),
    { minLength: 1, maxLength: 15 },
  )
  .map((parts) => {
    const numbers: Record<string, number> = {};
    let at = 0;
    return parts.map(({ sessionId, from, length, pause }): Beat => {
      at += pause;
      const beatNo = (numbers[sessionId] ?? 0) + 1;
      numbers[sessionId] = beatNo;
      return { sessionId, beatNo, position: from + length, watched: [[from, from + length]], at };
    });
  });

const shuffled = fc.func(fc.integer());

describe('what was really watched', () => {
  it('does not count skips, nor what is played again', () => {
    const once = afterBeats(fresh, [
      beat({
        watched: [
          [0, 10],
          [50, 60],
        ],
        position: 60,
      }),
    ]);
    expect([secondsIn(once.watched), percentSeen(once), once.position]).toEqual([20, 20, 60]);
    const again = afterBeats(once, [beat({ beatNo: 2, at: 2_000, watched: [[0, 10]], position: 10 })]);
    expect([newSeconds(once, again), again.position]).toEqual([0, 10]);
  });

  it('is finished at nine tenths, and stays so', () => {
    const nearly = afterBeats(fresh, [beat({ watched: [[0, 89]], position: 89 })]);
    expect(nearly.finished).toBe(false);
    const done = afterBeats(nearly, [beat({ beatNo: 2, at: 2_000, watched: [[89, 90]], position: 90 })]);
    expect(done.finished).toBe(true);
    expect(afterBeats(done, [beat({ beatNo: 3, at: 3_000, position: 5 })])).toMatchObject({
      finished: true,
      position: 5,
    });
  });

  it('ends with the recording, whatever a device says', () => {
    const after = afterBeats(fresh, [beat({ watched: [[90, 400]], position: 400 })]);
    expect([after.watched, after.position]).toEqual([[[90, 100]], 100]);
  });

  it('is the same set in whatever order and however often beats arrive, in one packet or in many', () => {
    fc.assert(
      fc.property(stories, shuffled, (story, weigh) => {
        const whole = afterBeats(fresh, story);
        const late = [...story, ...story].sort((a, b) => weigh(a) - weigh(b));
        const onebyOne = late.reduce((viewing, one) => afterBeats(viewing, [one]), fresh);
        expect(onebyOne.watched).toEqual(whole.watched);
        expect(onebyOne.finished).toBe(whole.finished);
      }),
    );
  });

  it('adds up: the new seconds of all writes are the seconds seen', () => {
    fc.assert(
      fc.property(stories, (story) => {
        let viewing = fresh;
        let told = 0;
        for (const one of [...story, ...story]) {
          const next = afterBeats(viewing, [one]);
          told += newSeconds(viewing, next);
          viewing = next;
        }
        expect(told).toBe(secondsIn(viewing.watched));
      }),
    );
  });
});

describe('where to go on', () => {
  it('is where the newest beat of any device was', () => {
    const phone = afterBeats(fresh, [beat({ at: 1_000, position: 30 })]);
    const tablet = afterBeats(phone, [beat({ sessionId: 'T', at: 5_000, position: 12 })]);
    expect(tablet.position).toBe(12);
    expect(afterBeats(tablet, [beat({ beatNo: 2, at: 3_000, position: 40 })]).position).toBe(12);
  });

  it('is not moved by a packet that was overtaken or comes again, which changes nothing at all', () => {
    const after = afterBeats(fresh, [beat({ beatNo: 3, position: 60, watched: [[50, 60]] })]);
    expect(afterBeats(after, [beat({ beatNo: 3, at: 9_000, position: 60, watched: [[50, 60]] })])).toBe(
      after,
    );
    const late = afterBeats(after, [beat({ beatNo: 2, at: 9_000, position: 50, watched: [[40, 50]] })]);
    expect([late.position, late.watched]).toEqual([60, [[40, 60]]]);
  });

  it('goes by the age of a beat, so that a wrong clock cancels out', () => {
    const received = 1_800_000_000_000;
    const wrong = 946_684_800_000;
    expect(seenAt(wrong, wrong + 90_000, received)).toBe(received - 90_000);
    expect(seenAt(wrong + 5_000, wrong, received)).toBe(received);
    expect(seenAt(0, received, received)).toBe(received - 30 * 24 * 3_600_000);
  });

  it('is that of the last beat when all come in time', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const after = story.reduce((viewing, one) => afterBeats(viewing, [one]), fresh);
        expect(after.position).toBe(Math.min(100, story.at(-1)?.position ?? 0));
      }),
    );
  });
});

describe('an audience', () => {
  it('says where those stopped who did not finish', () => {
    const here = afterBeats(fresh, [beat({ position: 52, watched: [[0, 52]] })]);
    const done = afterBeats(fresh, [beat({ position: 100, watched: [[0, 100]] })]);
    const audience = audienceOf([here, done, fresh]);
    expect([audience.viewers, audience.finished, audience.stopped[10]]).toEqual([2, 1, 1]);
    expect(audience.stopped.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('is the sum of all changes, whatever came twice', () => {
    fc.assert(
      fc.property(fc.array(stories, { maxLength: 4 }), (people) => {
        const changes = [];
        const states = [];
        for (const story of people) {
          let viewing = fresh;
          for (const one of [...story, ...story.slice(0, 3)]) {
            const next = afterBeats(viewing, [one]);
            changes.push(changeOf(viewing, next));
            viewing = next;
          }
          states.push(viewing);
        }
        expect(together([NOBODY, ...changes])).toEqual(audienceOf(states));
      }),
    );
  });
});
