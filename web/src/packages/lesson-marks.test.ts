import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LESSON_STATUSES, type LessonStatus } from '../../../shared/contract/package-data.ts';
import { doneOf, type Marks, markOf, nextOf, withStatus } from './lesson-marks.ts';

const marked = (...statuses: readonly (LessonStatus | undefined)[]): Marks =>
  statuses.reduce<Marks>(
    (marks, status, at) => (status ? withStatus(marks, at + 1, status) : marks),
    new Map(),
  );

describe('the marks of lessons', () => {
  it.each([
    [undefined, 'unbegun'],
    ['not attempted', 'begun'],
    ['browsed', 'begun'],
    ['incomplete', 'begun'],
    ['failed', 'failed'],
    ['completed', 'done'],
    ['passed', 'done'],
  ] as const)('of %s is %s', (status, mark) => {
    expect(markOf(marked(status), 1)).toBe(mark);
  });

  it('never go back, whoever says what in which order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LESSON_STATUSES), { minLength: 1 }), (said) => {
        const heard = (all: readonly LessonStatus[]) =>
          all.reduce<Marks>((marks, status) => withStatus(marks, 1, status), new Map());
        expect(heard(said)).toEqual(heard(said.toReversed()));
        expect(heard([...said, ...said])).toEqual(heard(said));
      }),
    );
  });
});

describe('the next lesson', () => {
  it('is the next that is not done, and before the first of all is begun again', () => {
    expect(nextOf(marked('passed', 'incomplete', 'passed'), 3, 1)).toBe(2);
    expect(nextOf(marked('passed', 'completed'), 3, 1)).toBe(3);
    expect(nextOf(marked(undefined, undefined, 'passed'), 3, 3)).toBe(1);
  });

  it('is none when all others are done, and always one that is not', () => {
    const statuses = fc.array(fc.constantFrom(undefined, ...LESSON_STATUSES), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(statuses, fc.nat(), (all, pick) => {
        const [marks, lesson] = [marked(...all), (pick % all.length) + 1];
        const next = nextOf(marks, all.length, lesson);
        const left = all.length - doneOf(marks, all.length) - (markOf(marks, lesson) === 'done' ? 0 : 1);
        if (next === undefined) expect(left).toBe(0);
        else expect([markOf(marks, next) === 'done', next === lesson]).toEqual([false, false]);
      }),
    );
  });
});
