import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storyOf } from './sentence.ts';
import { standingOf } from './standing.ts';

const CODES = ['people-registered', 'enrolments-confirmed', 'attempts-submitted', 'runs-completed'];
const overview = (
  values: Readonly<Record<string, number | null>>,
  targets: Readonly<Record<string, number | null>> = {},
) => ({
  figures: CODES.map((code) => ({ code, value: values[code] ?? null, source: { events: [] } })),
  targets: Object.entries(targets).map(([code, value]) => ({ code, value, version: 1, setAt: '' })),
});

describe('the sentence before the numbers', () => {
  it('speaks of seats and quizzes when no target is set, and of nothing when there are no data', () => {
    expect(storyOf(overview({ 'enrolments-confirmed': 12 }))).toEqual({
      kind: 'plain',
      seats: 12,
      submitted: null,
    });
    expect(storyOf(overview({}))).toEqual({ kind: 'none' });
  });

  it('names the target that is furthest away, with what is missing', () => {
    const story = storyOf(
      overview(
        { 'people-registered': 90, 'runs-completed': 5 },
        { 'people-registered': 100, 'runs-completed': 50 },
      ),
    );
    expect(story).toEqual({ kind: 'short', code: 'runs-completed', value: 5, missing: 45, target: 50 });
  });

  it('says that all are reached only when all are', () => {
    const targets = { 'people-registered': 10, 'runs-completed': 5 };
    expect(storyOf(overview({ 'people-registered': 10, 'runs-completed': 7 }, targets))).toMatchObject({
      kind: 'reached',
      of: 2,
    });
    expect(storyOf(overview({ 'people-registered': 10, 'runs-completed': 4 }, targets)).kind).toBe('short');
  });

  it('does not count a target that was taken back, or one without data', () => {
    const values = { 'people-registered': 3, 'enrolments-confirmed': 4 };
    expect(storyOf(overview(values, { 'people-registered': null, 'runs-completed': 9 })).kind).toBe('plain');
  });

  it('never praises what is short, and never asks for more than lacks', () => {
    const number = fc.option(fc.nat(500), { nil: null });
    const target = fc.option(fc.integer({ min: 1, max: 500 }), { nil: null });
    fc.assert(
      fc.property(
        fc.tuple(number, number, number, number),
        fc.tuple(target, target, target, target),
        (values, targets) => {
          const of = <T>(list: readonly T[]) =>
            Object.fromEntries(CODES.map((code, at) => [code, list[at]!]));
          const story = storyOf(overview(of(values), of(targets)));
          const short = values.some((value, at) => value !== null && value < (targets[at] ?? 0));
          if (short) expect(story.kind).toBe('short');
          if (story.kind === 'short') expect(story.value + story.missing).toBe(story.target);
          if (story.kind === 'reached') expect(short).toBe(false);
        },
      ),
    );
  });
});

describe('how a number stands to its target', () => {
  it('tells reached, near and far apart, and no data from none', () => {
    expect(standingOf(60, 60)).toEqual({ state: 'reached', target: 60 });
    expect(standingOf(48, 60)).toEqual({ state: 'near', target: 60, missing: 12, percent: 80 });
    expect(standingOf(47, 60).state).toBe('far');
    expect(standingOf(null, 60).state).toBe('no-data');
    expect(standingOf(0, 60)).toMatchObject({ state: 'far', missing: 60 });
    expect(standingOf(5, null).state).toBe('no-target');
  });
});
