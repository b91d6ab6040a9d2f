import fc from 'fast-check';
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import type { EnrolmentStatus } from './course-run.ts';
import { type AttemptStep, type Learning, type LearningChange, learn } from './learning.ts';

const personId = 'hanh';
const [quizId, courseId] = [ulid(1), ulid(2)];
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

const step = (attemptId: string, told: AttemptStep): LearningChange => ({
  ...{ kind: 'attempt', personId, attemptId, quizId, courseId, step: told },
});
const graded = (attemptId: string, gradeNo: number, scoreHundredths: number): LearningChange => {
  const mark = { gradeNo, scoreHundredths, passed: scoreHundredths >= 500, provisional: false };
  return step(attemptId, { kind: 'graded', mark });
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
      const attemptId = `attempt-${index}`;
      const submittedBy = index % 2 ? 'deadline' : 'person';
      return [
        step(attemptId, { kind: 'started', at: instant(index * 10) }),
        step(attemptId, { kind: 'submitted', at: instant(index * 10 + 5), submittedBy }),
        ...grades.map((scoreHundredths, place) => graded(attemptId, place + 1, scoreHundredths)),
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
    const mark = fold([graded('a', 2, 600), graded('a', 1, 900)])?.attempts.a?.mark;
    expect(mark).toMatchObject({ gradeNo: 2, scoreHundredths: 600 });
  });

  it('takes opening and handing in for the person’s acts, and a deadline for nobody’s', () => {
    const [opened, closed] = [instant(0), instant(30)];
    const handedInBy = (submittedBy: 'person' | 'deadline') =>
      fold([
        step('a', { kind: 'started', at: opened }),
        step('a', { kind: 'submitted', at: closed, submittedBy }),
      ])?.attempts.a?.lastActivityAt;
    expect(handedInBy('person')).toBe(closed);
    expect(handedInBy('deadline')).toBe(opened);
  });

  it('counts an attempt of which only the deadline is known yet, without an act', () => {
    const alone = fold([step('a', { kind: 'submitted', at: instant(30), submittedBy: 'deadline' })]);
    expect(alone?.attempts).toEqual({ a: { quizId, courseId } });
  });

  it('fits into one item of 400 KB with 1,500 attempts, which is twenty at each of 75 quizzes', () => {
    const attemptId = ulid(3);
    const one = fold([step(attemptId, { kind: 'started', at: instant(0) }), graded(attemptId, 10, 1000)]);
    // JSON spends more bytes on quotes and brackets than DynamoDB on its types.
    expect(1500 * Buffer.byteLength(JSON.stringify(one?.attempts))).toBeLessThan(400_000);
  });
});
