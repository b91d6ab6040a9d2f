import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LESSON_STATUSES } from '#shared/contract/package-data.ts';
import {
  afterCommit,
  afterOpening,
  type Commit,
  hundredthsOf,
  isNews,
  newPackageResult,
  type PackageResult,
} from './package-result.ts';

/** The last is what every object has. */
const SESSIONS = ['first', 'second', 'constructor'];
const opened = SESSIONS.reduce(afterOpening, newPackageResult('P', { assetId: 'A', courseId: 'C' }));

const commit = (more: Partial<Commit> = {}): Commit => ({
  ...{ sessionId: 'first', commitNo: 1, status: 'incomplete', location: '', suspendData: '' },
  sessionSeconds: 10,
  ...more,
});
const after = (commits: readonly Commit[], from = opened): PackageResult =>
  commits.reduce((result, one) => afterCommit(result, one) ?? result, from);

/** What a package can say, each number of a session once: a commit that comes again is the same commit. */
const stories = fc
  .uniqueArray(
    fc.record({
      sessionId: fc.constantFrom(...SESSIONS),
      commitNo: fc.integer({ min: 1, max: 9 }),
      status: fc.constantFrom(...LESSON_STATUSES),
      location: fc.string({ maxLength: 5 }),
      suspendData: fc.string({ maxLength: 5 }),
      score: fc.option(fc.record({ raw: fc.nat(100), max: fc.constantFrom(undefined, 10, 100) }), {
        nil: undefined,
      }),
      sessionSeconds: fc.nat(5000),
    }),
    { selector: ({ sessionId, commitNo }) => `${sessionId} ${commitNo}`, minLength: 1, maxLength: 15 },
  )
  .map((commits): Commit[] => commits);

/** What is left out: how often something was written. */
const told = ({ version, ...result }: PackageResult) => result;

describe('the result of a package', () => {
  it('is the same in whatever order and however often its commits arrive', () => {
    fc.assert(
      fc.property(stories, fc.func(fc.integer()), (story, weigh) => {
        const late = [...story, ...story].sort((a, b) => weigh(a) - weigh(b));
        expect(told(after(late))).toEqual(told(after(story)));
      }),
    );
  });

  it('never falls: neither the status, nor the score, nor the time', () => {
    fc.assert(
      fc.property(stories, stories, (earlier, later) => {
        const [one, two] = [after(earlier), after([...earlier, ...later])];
        expect(LESSON_STATUSES.indexOf(two.status)).toBeGreaterThanOrEqual(
          LESSON_STATUSES.indexOf(one.status),
        );
        expect(two.scoreHundredths ?? -1).toBeGreaterThanOrEqual(one.scoreHundredths ?? -1);
        expect(two.totalSeconds).toBeGreaterThanOrEqual(one.totalSeconds);
      }),
    );
  });

  it('has the time of the longest commit of each session, summed', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const longest = SESSIONS.map((id) =>
          Math.max(0, ...story.flatMap((one) => (one.sessionId === id ? [one.sessionSeconds] : []))),
        );
        expect(after(story).totalSeconds).toBe(longest.reduce((sum, seconds) => sum + seconds, 0));
      }),
    );
  });

  it('is not written again for a commit that is known, and stays passed for who looks again', () => {
    const passed = after([commit({ status: 'passed', score: { raw: 80 } })]);
    expect(afterCommit(passed, commit({ status: 'passed', score: { raw: 80 } }))).toBe(passed);
    const again = after([commit({ sessionId: 'second', status: 'browsed', location: 'trang 2' })], passed);
    expect(again).toMatchObject({ status: 'passed', scoreHundredths: 800, place: { location: 'trang 2' } });
  });

  it('goes on from the newest commit of the session that was opened last', () => {
    const result = after([
      commit({ sessionId: 'second', commitNo: 1, suspendData: 'second' }),
      commit({ sessionId: 'first', commitNo: 8, suspendData: 'first, late' }),
    ]);
    expect(result.place?.suspendData).toBe('second');
    expect(result.totalSeconds).toBe(20);
  });

  it('is told to others for its status and score, and for its time by the minute', () => {
    const result = after([commit()]);
    const moved = after([commit({ commitNo: 2, location: 'trang 3', sessionSeconds: 59 })], result);
    const longer = after([commit({ commitNo: 3, sessionSeconds: 61 })], moved);
    const scored = after([commit({ commitNo: 4, sessionSeconds: 61, score: { raw: 1 } })], longer);
    expect([isNews(opened, result), isNews(result, moved)]).toEqual([true, false]);
    expect([isNews(moved, longer), isNews(longer, scored)]).toEqual([true, true]);
  });
});

describe('a session', () => {
  it('is begun once, whatever comes twice', () => {
    expect(afterOpening(opened, 'first')).toBe(opened);
    expect(opened.sessionCount).toBe(3);
  });

  it('that nobody began is not taken, nor one that is long over; its time stays counted', () => {
    expect(afterCommit(opened, commit({ sessionId: 'other' }))).toBeUndefined();
    const newer = Array.from({ length: 50 }, (_, at) => `newer ${at}`);
    const much = newer.reduce(afterOpening, after([commit()]));
    expect(Object.keys(much.sessions)).toEqual(newer);
    expect(afterCommit(much, commit({ commitNo: 2 }))).toBeUndefined();
    expect(much.totalSeconds).toBe(10);
  });
});

describe('a score', () => {
  it.each([
    [{ raw: 85 }, 850],
    [{ raw: 4, min: 0, max: 5 }, 800],
    [{ raw: 30, min: 20, max: 40 }, 500],
    [{ raw: 12, max: 10 }, 1000],
    [{ raw: 5, min: 10, max: 10 }, undefined],
  ])('%o is %s hundredths of 10 points', (score, hundredths) => {
    expect(hundredthsOf(score)).toBe(hundredths);
  });
});
