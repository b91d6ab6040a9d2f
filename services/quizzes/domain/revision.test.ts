import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideConfirmation, type GradedAttempt, revise } from './revision.ts';

const at = '2026-11-26T02:00:00.000Z';
const by = { decidedBy: 'teacher', at };
const attempt = (provisional = true): GradedAttempt => ({
  attemptId: 'attempt',
  quizId: 'quiz',
  quizVersion: 1,
  courseId: 'course',
  runId: 'run',
  personId: 'hanh',
  attemptNo: 1,
  passHundredths: 500,
  status: 'submitted',
  startedAt: at,
  saves: 2,
  points: [
    { itemId: 'a', earned: 100, total: 100 },
    { itemId: 'b', earned: 0, total: 100 },
  ],
  grade: { gradeNo: 1, scoreHundredths: 500, passed: true, provisional, gradedAt: at },
});

test('a revision is the next mark of the same attempt, counted from its points; the one before it is kept', () => {
  const points = [
    { itemId: 'a', earned: 100, total: 100 },
    { itemId: 'b', earned: 33, total: 100 },
  ];
  const was = attempt(false);
  const { attempt: revised, superseded } = revise(was, {
    ...by,
    points,
    provisional: false,
    reason: 'item-corrected',
  });
  expect(revised).toMatchObject({
    points,
    grade: { gradeNo: 2, scoreHundredths: 665, passed: true, provisional: false, reason: 'item-corrected' },
  });
  expect(superseded).toEqual({ grade: was.grade, points: was.points });
});

test('what a person still has to mark keeps a mark provisional and cannot be confirmed', () => {
  const points = [{ itemId: 'a', earned: 0, total: 100, waits: true as const }];
  const waiting = { ...attempt(), points };
  const revised = revise(waiting, { ...by, points, provisional: false, reason: 'item-corrected' });
  expect(revised.attempt.grade.provisional).toBe(true);
  expect(decideConfirmation(waiting, 1, by).kind).toBe('waits');
});

test('however often confirmations of any mark are sent, each mark that was seen is confirmed once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 }), (seen) => {
      let state = attempt();
      let revisions = 0;
      for (const gradeNo of seen) {
        const decision = decideConfirmation(state, gradeNo, by);
        if (decision.kind !== 'confirm') continue;
        state = decision.revision.attempt;
        revisions += 1;
      }
      expect(revisions).toBe(seen.includes(1) ? 1 : 0);
      expect(state.grade.provisional).toBe(!seen.includes(1));
      expect(state.grade.scoreHundredths).toBe(500);
    }),
  );
});
