import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LESSON_STATUSES, type LessonStatus } from '#shared/contract/package-data.ts';
import { newPackageResult, type PackageResult } from './package-result.ts';
import { afterLesson, newPackageWhole, type PackageWhole, rolledUp } from './package-whole.ts';

const LESSONS = 3;
const asset = { assetId: 'A', courseId: 'C', lessons: LESSONS };
const begun = (lesson: number) => newPackageResult('P', asset, lesson);
const nobody = newPackageWhole(begun(1), LESSONS);

const result = (lesson: number, more: Partial<PackageResult>): PackageResult => ({
  ...begun(lesson),
  ...more,
});
const after = (results: readonly PackageResult[], from = nobody): PackageWhole =>
  results.reduce(afterLesson, from);

const told = fc.record({
  lesson: fc.integer({ min: 1, max: LESSONS }),
  status: fc.constantFrom(...LESSON_STATUSES),
  scoreHundredths: fc.option(fc.nat(1000), { nil: undefined }),
  totalSeconds: fc.nat(5000),
});
const stories = fc
  .array(told, { maxLength: 12 })
  .map((all) =>
    all.map(({ lesson, scoreHundredths, ...more }) =>
      result(lesson, { ...more, ...(scoreHundredths !== undefined && { scoreHundredths }) }),
    ),
  );

describe('all lessons of a package together', () => {
  it('are the same in whatever order and however often lessons tell what they have', () => {
    fc.assert(
      fc.property(stories, fc.func(fc.integer()), (story, weigh) => {
        const late = [...story, ...story].sort((a, b) => weigh(a) - weigh(b));
        expect(after(late).results).toEqual(after(story).results);
      }),
    );
  });

  it('never fall back: neither the status, nor what is done, nor the time', () => {
    fc.assert(
      fc.property(stories, stories, (earlier, later) => {
        const [one, two] = [rolledUp(after(earlier)), rolledUp(after([...earlier, ...later]))];
        const [was, is] = [one, two].map(({ status }) => LESSON_STATUSES.indexOf(status)) as [number, number];
        expect(is).toBeGreaterThanOrEqual(was);
        expect(two.lessonsDone).toBeGreaterThanOrEqual(one.lessonsDone);
        expect(two.totalSeconds).toBeGreaterThanOrEqual(one.totalSeconds);
      }),
    );
  });

  it('are done when every one is, and not before, with a score between the least and the best', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const whole = after(story);
        const { status, lessonsDone, scoreHundredths } = rolledUp(whole);
        expect(status === 'completed' || status === 'passed').toBe(lessonsDone === LESSONS);
        const scores = Object.values(whole.results).flatMap((one) => one.scoreHundredths ?? []);
        if (lessonsDone < LESSONS || scores.length === 0) expect(scoreHundredths).toBeUndefined();
        else {
          expect(scoreHundredths).toBeGreaterThanOrEqual(Math.min(...scores));
          expect(scoreHundredths).toBeLessThanOrEqual(Math.max(...scores));
        }
      }),
    );
  });

  it.each<[LessonStatus, readonly LessonStatus[]]>([
    ['not attempted', []],
    ['not attempted', ['not attempted']],
    ['browsed', ['browsed', 'not attempted']],
    ['incomplete', ['browsed', 'incomplete', 'browsed']],
    ['incomplete', ['passed', 'passed']],
    ['incomplete', ['passed', 'passed', 'browsed']],
    ['incomplete', ['failed']],
    ['failed', ['failed', 'completed', 'passed']],
    ['completed', ['completed', 'completed', 'completed']],
    ['passed', ['completed', 'passed', 'completed']],
  ])('are %s when its lessons are %j', (status, lessons) => {
    const whole = after(lessons.map((one, at) => result(at + 1, { status: one })));
    expect(rolledUp(whole).status).toBe(status);
  });

  it('have the mean of the scores that there are, from when all are done', () => {
    const first = result(1, { status: 'passed', scoreHundredths: 800 });
    const second = result(2, { status: 'completed' });
    const third = result(3, { status: 'passed', scoreHundredths: 1000 });
    expect(rolledUp(after([first, third])).scoreHundredths).toBeUndefined();
    expect(rolledUp(after([first, second, third])).scoreHundredths).toBe(900);
  });
});
