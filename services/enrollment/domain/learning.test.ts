import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EnrolmentStatus } from './course-run.ts';
import { type Learning, type LearningChange, learn } from './learning.ts';

const personId = 'hanh';
const instant = (minute: number) => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString();

const fold = (changes: readonly LearningChange[]): Omit<Learning, 'version'> | undefined => {
  const end = changes.reduce<Learning | undefined>(
    (state, change) => learn(state, change) ?? state,
    undefined,
  );
  if (!end) return undefined;
  const { version: _writes, ...told } = end;
  return told;
};

/** What services really send: each version of a seat once, each step of an attempt once, a regrade as the next mark. */
const history = fc
  .record({
    seats: fc.array(fc.constantFrom<EnrolmentStatus>('confirmed', 'waitlisted', 'cancelled', 'completed'), {
      maxLength: 4,
    }),
    marks: fc.array(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 3 }), { maxLength: 3 }),
  })
  .map(({ seats, marks }): LearningChange[] => [
    ...seats.map((status, index) => ({
      ...{ kind: 'seat' as const, personId, runId: `run-${index % 2}` },
      seat: { courseId: 'course', status, version: index + 1, since: instant(index) },
    })),
    ...marks.flatMap((grades, index) => {
      const attempt = { kind: 'attempt' as const, personId, attemptId: `attempt-${index}` };
      const of = { quizId: 'quiz', courseId: 'course' };
      return [
        { ...attempt, attempt: { ...of, lastActivityAt: instant(index * 10) } },
        { ...attempt, attempt: { ...of, lastActivityAt: instant(index * 10 + 5) } },
        ...grades.map((scoreHundredths, place) => ({
          ...attempt,
          attempt: {
            ...of,
            mark: { gradeNo: place + 1, scoreHundredths, passed: scoreHundredths >= 500, provisional: false },
          },
        })),
      ];
    }),
  ]);

describe('what is known of a person’s learning', () => {
  it('is the same in whatever order and however often the events come', () => {
    const deliveries = history.chain((told) =>
      fc
        .tuple(fc.shuffledSubarray([...told, ...told], { minLength: told.length }), fc.constant(told))
        .map(([some, all]) => ({ told: all, delivered: [...some, ...all] }))
        .chain(({ delivered }) =>
          fc.record({
            told: fc.constant(told),
            delivered: fc.shuffledSubarray(delivered, { minLength: delivered.length }),
          }),
        ),
    );
    fc.assert(
      fc.property(deliveries, ({ told, delivered }) => {
        expect(fold(delivered)).toEqual(fold(told));
      }),
    );
  });

  it('is not written again for what it says already', () => {
    const changes = fc.tuple(history, fc.nat());
    fc.assert(
      fc.property(changes, ([told, at]) => {
        const state = told.reduce<Learning | undefined>((was, one) => learn(was, one) ?? was, undefined);
        const again = told[at % Math.max(told.length, 1)];
        if (state && again) expect(learn(state, again)).toBeUndefined();
      }),
    );
  });

  it('follows a regrade also to a lower mark, and no mark of an earlier number', () => {
    const graded = (gradeNo: number, scoreHundredths: number): LearningChange => ({
      ...{ kind: 'attempt', personId, attemptId: 'a' },
      attempt: {
        ...{ quizId: 'quiz', courseId: 'course' },
        mark: { gradeNo, scoreHundredths, passed: true, provisional: false },
      },
    });
    const marks = fold([graded(2, 600), graded(1, 900)])?.attempts.a?.mark;
    expect(marks).toMatchObject({ gradeNo: 2, scoreHundredths: 600 });
  });
});
